package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterweight.corpus.Words;

/** Holds the cuts between paragraphs to a slow version that goes word by word. */
class CutterTest {

  /** The passages of a text without markup, none of whose paragraphs is long. */
  private static List<Passage> slowly(String text) {
    var passages = new ArrayList<Passage>();
    var open = new StringBuilder();
    int start = 0;
    int end = 0;
    int words = 0;
    for (int i = space(text, 0); i < text.length(); ) {
      int from = i;
      int to = i;
      int count = 0;
      do {
        to = word(text, i);
        i = space(text, to);
        count++;
      } while (i < text.length() && feeds(text, to, i) < 2);
      start = words == 0 ? from : start;
      open.append(words == 0 ? "" : "\n\n").append(text, from, to);
      end = to;
      words += count;
      if (words >= 60 || i >= text.length()) {
        passages.add(new Passage(points(text, start), points(text, end), words, open.toString()));
        open.setLength(0);
        words = 0;
      }
    }
    return passages;
  }

  private static int points(String text, int units) {
    return text.codePointCount(0, units);
  }

  private static long feeds(String text, int from, int to) {
    return text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private static int word(String text, int from) {
    int i = from;
    while (i < text.length() && !Words.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int space(String text, int from) {
    int i = from;
    while (i < text.length() && Words.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  @Property(seed = "1", tries = 5000)
  void cutsWhereTheSlowVersionCuts(@ForAll("documents") String text) {
    assertThat(Segmenter.segment(text)).isEqualTo(slowly(text));
  }

  @Property(seed = "1", tries = 1000)
  void cutsAnyTextWhereTheSlowVersionCuts(@ForAll String text) {
    Assume.that(!Tags.mark(text));
    assertThat(Segmenter.segment(text)).isEqualTo(slowly(text));
  }

  /** At most 18 times 18 words, so that no paragraph is long. */
  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "word", "a b ", "\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n \n", " \n\n", "\n\n ", "\n\u00a0\n", "\u2028",
            "\u2028\n", "\t", "  ", "\u3000", ". ", "!", "\ud83e\udd16", "\ud83d", "w ".repeat(18), "\n\nw\n\n",
            "one two three four five six seven. ")
        .list()
        .ofMaxSize(18)
        .map(parts -> String.join("", parts));
  }
}
