package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {

  @Test
  void aPathBelowHereIsRelativeAndAnotherIsWhole() {
    assertThat(Locations.shown(Path.of("out").toAbsolutePath().toUri().toString())).isEqualTo("out");
    assertThat(Locations.shown("file:/elsewhere/out")).isEqualTo("/elsewhere/out");
    assertThat(Locations.shown("s3a://bucket/out")).isEqualTo("s3a://bucket/out");
  }

  @Test
  void aPathThatNeedsNoQuotesHasNone() {
    assertThat(Locations.typed("file:/data/out-1/runs/20260101T0Z-ab")).isEqualTo("/data/out-1/runs/20260101T0Z-ab");
    assertThat(Locations.typed("s3a://bucket/caf\u00e9")).isEqualTo("s3a://bucket/caf\u00e9");
  }

  @Test
  void aQuoteInAPathIsEscaped() {
    assertThat(Locations.typed("/it's here")).isEqualTo("'/it'\\''s here'");
    assertThat(Locations.typed("/a b")).isEqualTo("'/a b'");
  }

  @Test
  void aNameThatLooksLikeAnOptionIsNone() {
    assertThat(Locations.typed(Path.of("-rf").toAbsolutePath().toUri().toString())).isEqualTo("./-rf");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/a b", "/it's", "/$HOME", "/`true`", "/$(true)", "/a;true", "/a&b", "/a|b", "/a>b", "/*", "/[a]", "/{a,b}",
    "/a\"b", "/a\\b", "/a#b", "/!a", "/(a)", "~", "~root", "/plain", "/=a", "/a\tb", "/a?"
  })
  void aShellReadsThePathAsOneWord(String path) throws IOException {
    var shell = new ProcessBuilder("sh", "-c", "printf '<%s>' " + Locations.typed(path)).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<" + path + ">");
  }
}
