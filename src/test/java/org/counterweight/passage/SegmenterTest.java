package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterweight.corpus.Words;

class SegmenterTest {

  @Example
  void cutsAsThePublishedRuleDoes() {
    var lines = Golden.lines("segmentation.jsonl");
    assertThat(lines).hasSizeGreaterThan(40);
    for (var line : lines) {
      var node = Golden.json(line);
      var expected = new ArrayList<String>();
      node.get("passages").forEach(passage -> expected.add(passage.asText()));
      var passages = Segmenter.segment(node.get("text").asText());
      assertThat(passages).extracting(Passage::text).as(node.get("name").asText()).isEqualTo(expected);
    }
  }

  @Example
  void spansOfThePublishedCutsReadAsTheirText() {
    for (var line : Golden.lines("segmentation.jsonl")) {
      readsBack(Golden.json(line).get("text").asText());
    }
  }

  @Example
  void spansCountCodePoints() {
    var robots = "\ud83e\udd16 ".repeat(60);
    var passages = Segmenter.segment(robots + "\n\n" + robots);
    assertThat(passages).extracting(Passage::start).containsExactly(0, 122);
    assertThat(passages).extracting(Passage::end).containsExactly(119, 241);
  }

  @Example
  void spansLeaveOutTheTagsAroundThem() {
    assertThat(Segmenter.segment("<p>A &amp; B</p>")).containsExactly(new Passage(3, 12, 3, "A & B"));
  }

  @Example
  void textWithoutSentenceEndsIsCutInEqualParts() {
    assertThat(Segmenter.segment("so ".repeat(1351))).extracting(Passage::words).containsExactly(337, 338, 338, 338);
  }

  @Example
  void blankTextHasNoPassage() {
    assertThat(Segmenter.segment("")).isEmpty();
    assertThat(Segmenter.segment(" \n\u3000\n")).isEmpty();
    assertThat(Segmenter.whole("<p></p>&nbsp;")).isEmpty();
  }

  @Example
  void aTextOfUpTo450WordsIsWhole() {
    var paragraph = "word ".repeat(100).strip();
    var four = (" " + paragraph + "\n \n").repeat(4);
    assertThat(Segmenter.segment(four)).hasSize(4);
    var joined = String.join("\n\n", List.of(paragraph, paragraph, paragraph, paragraph));
    assertThat(Segmenter.whole(four)).containsExactly(new Passage(1, 4 * 503 - 3, 400, joined));
    assertThat(Segmenter.whole(four + paragraph)).isEqualTo(Segmenter.segment(four + paragraph));
  }

  @Property(seed = "1", tries = 500)
  void everyWordBelongsToOnePassage(@ForAll("documents") String text) {
    var words = words(MarkupView.of(text).text());
    var cut = Segmenter.segment(text).stream().flatMap(passage -> words(passage.text()).stream()).toList();
    assertThat(cut).isEqualTo(words);
  }

  @Property(seed = "1", tries = 500)
  void passagesAreOrderedDisjointAndNeverTooLong(@ForAll("documents") String text) {
    int last = 0;
    for (var passage : Segmenter.segment(text)) {
      assertThat(passage.start()).isGreaterThanOrEqualTo(last);
      assertThat(passage.end()).isGreaterThan(passage.start());
      assertThat(passage.words()).isEqualTo(Words.count(passage.text())).isBetween(1, Segmenter.MOST_WORDS);
      last = passage.end();
    }
    assertThat(last).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
  }

  @Property(seed = "1", tries = 500)
  void spansReadAsTheirText(@ForAll("documents") String text) {
    readsBack(text);
  }

  @Property(seed = "1", tries = 300)
  void aPlainPassageIsWholeByItself(@ForAll("documents") String text) {
    for (var passage : Segmenter.segment(text)) {
      if (!Tags.mark(passage.text())) {
        assertThat(Segmenter.whole(passage.text())).extracting(Passage::text).containsExactly(passage.text());
      }
    }
  }

  @Example
  void hostileTextTakesLinearTime() {
    var units = List.of("<", "<p", "&", "&#", "\n ", "a\n", " ", "x", "<></>", "</p>", ". ", "&ampaaaaaaa", "<p>");
    for (var unit : units) {
      var text = "<p>" + unit.repeat(1_000_000 / unit.length());
      assertTimeout(Duration.ofSeconds(20), () -> Segmenter.segment(text), unit);
    }
  }

  private static void readsBack(String text) {
    boolean markup = Tags.mark(text);
    for (var passage : Segmenter.segment(text)) {
      int from = text.offsetByCodePoints(0, passage.start());
      var span = text.substring(from, text.offsetByCodePoints(from, passage.end() - passage.start()));
      var seen = markup ? References.decoded(Tags.dropped(span).text()).text() : span;
      assertThat(words(seen)).as(span).isEqualTo(words(passage.text()));
    }
  }

  private static List<String> words(String text) {
    var spaced = new StringBuilder();
    text.chars().forEach(c -> spaced.append(Words.isSpace(c) ? ' ' : (char) c));
    return Stream.of(spaced.toString().split(" +")).filter(word -> !word.isEmpty()).toList();
  }

  @Provide
  Arbitrary<String> documents() {
    var parts =
        Arbitraries.of(
            "word", " ", ". ", "\n", "\n\n", "\r\n\r\n", "\n\u00a0\n", "\u2028", "<p>", "</p>", "<b>", "&amp;", "&#10;",
            "\ud83e\udd16", "one two three four five six seven eight nine ten. ", "a ".repeat(61),
            "b ".repeat(181) + "! ", "c ".repeat(500), "x".repeat(40));
    return parts.list().ofMaxSize(20).map(list -> String.join("", list));
  }
}
