package org.counterweight.passage;

import java.util.List;
import org.counterweight.corpus.Words;

/** Cuts documents into passages by the rule of this package, in one pass and time proportional to the length. */
public final class Segmenter {

  /** No passage holds more words. */
  public static final int MOST_WORDS = 450;

  /** Names the rule in digests; changes with any cut. */
  public static final String VERSION = "1";

  private Segmenter() {}

  /** The passages of a text, in order and disjoint; none if it is blank. */
  public static List<Passage> segment(String text) {
    return segment(MarkupView.of(text));
  }

  /** The same of a text whose view is there already. */
  public static List<Passage> segment(MarkupView view) {
    return new Cutter(view).passages();
  }

  /** One passage over the whole text if that holds at most {@value #MOST_WORDS} words, else its passages. */
  public static List<Passage> whole(String text) {
    var view = MarkupView.of(text);
    int words = Words.count(view.text());
    return words == 0 || words > MOST_WORDS ? new Cutter(view).passages() : List.of(one(view, words));
  }

  private static Passage one(MarkupView view, int words) {
    var text = view.text().toCharArray();
    int start = 0;
    while (Words.isSpace(text[start])) {
      start++;
    }
    int end = text.length;
    while (Words.isSpace(text[end - 1])) {
      end--;
    }
    var cursor = view.cursor();
    int from = cursor.points(view.start(start));
    return new Passage(from, cursor.points(view.end(end)), words, Joint.PARAGRAPH.joined(text, start, end));
  }
}
