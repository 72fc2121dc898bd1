package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  private static String decoded(String escaped) {
    byte[] bytes = Shards.utf8(escaped);
    JsonText text = new JsonText();
    text.decode(bytes, 0, bytes.length);
    return text.toString();
  }

  @Test
  void decodesEveryEscape() {
    assertThat(decoded("a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\\ud83d\\ude00z"))
        .isEqualTo("a\"\\/\b\f\n\r\tA\u00e9\u20ac\ud83d\ude00z");
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    assertThat(decoded("\\ud800")).isEqualTo("\ufffd");
    assertThat(decoded("x\\udc00y")).isEqualTo("x\ufffdy");
    assertThat(decoded("\\ud800\\ud83d\\ude00")).isEqualTo("\ufffd\ud83d\ude00");
    assertThat(decoded("\\ud800\\u0041")).isEqualTo("\ufffdA");
    assertThat(decoded("\\ud800\\n")).isEqualTo("\ufffd\n");
  }

  @Property(seed = "1")
  void everyTextComesBackFromItsEscapes(@ForAll String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    String expected = new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_16),
        java.nio.charset.StandardCharsets.UTF_16);
    assertThat(decoded(escaped.toString())).isEqualTo(expected);
  }
}
