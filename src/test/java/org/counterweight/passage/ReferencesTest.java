package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected values are those of Python's html.unescape, which follows the HTML standard. */
class ReferencesTest {

  @Test
  void everyNamedReferenceMeansWhatTheStandardSays() {
    var lines = Golden.lines("html5-entities.tsv");
    assertThat(lines).hasSize(2231);
    for (var line : lines) {
      var fields = line.split("\t");
      assertThat(decoded("<&" + fields[0] + "<")).as(fields[0]).isEqualTo("<" + Golden.points(fields[1]) + "<");
    }
  }

  @Test
  void numericAndBrokenReferencesAreReadAsTheStandardSays() {
    var lines = Golden.lines("references.tsv");
    assertThat(lines).hasSizeGreaterThan(400);
    for (var line : lines) {
      var fields = line.split("\t", -1);
      var written = Golden.points(fields[0]);
      assertThat(decoded(written)).as(written).isEqualTo(Golden.points(fields[1]));
    }
  }

  @Test
  void numbersOfAnyLengthAreBeyondUnicode() {
    assertThat(decoded("&#" + "9".repeat(100_000) + ";")).isEqualTo("\ufffd");
    assertThat(decoded("&#x" + "0".repeat(100_000) + "41;")).isEqualTo("A");
  }

  @Test
  void textWithoutReferencesIsKept() {
    assertThat(decoded("a & b && c; &")).isEqualTo("a & b && c; &");
    assertThat(decoded("")).isEmpty();
  }

  @Test
  void decodesOnceOnly() {
    assertThat(decoded("&amp;lt;")).isEqualTo("&lt;");
  }

  @Test
  void pointsBackToTheReference() {
    var rewrite = References.decoded("a&lt;b&ampc");
    assertThat(rewrite.text()).isEqualTo("a<b&c");
    assertThat(rewrite.start(1)).isEqualTo(1);
    assertThat(rewrite.end(1)).isEqualTo(5);
    assertThat(rewrite.start(2)).isEqualTo(5);
    assertThat(rewrite.start(3)).isEqualTo(6);
    assertThat(rewrite.end(3)).isEqualTo(10);
    assertThat(rewrite.start(4)).isEqualTo(10);
    assertThat(rewrite.end(4)).isEqualTo(11);
  }

  private static String decoded(String text) {
    return References.decoded(text).text();
  }
}
