package org.counterweight.passage;

import java.util.BitSet;

/** One pass of the gate over one text. */
final class Pass {

  /** The text is copied out in chunks: reading an array is faster than asking the text for each character. */
  private static final int CHUNK = 1024;

  /** The dilution under which lesser points count in full. */
  static final int WHOLE = 100;

  /** Points below these are lesser ones, from entries that meet by chance in a long passage. */
  private static final int LESSER = Lexicon.ENOUGH / 2;

  private final String text;
  private final Stems stems;
  private final boolean watchesMarkup;
  private final int dilution;
  private final char[] chunk;
  private final BitSet seen = new BitSet(0);
  private int points;
  private int lesser;
  private boolean markup;

  /** Where the loop stands: the last characters' codes, the last one's alone, and the words so far. */
  private int window;

  private int before = Script.CODED_SPACE;
  private int words;

  /**
   * Stops soon after the first tag that makes the text markup if it watches for them.
   *
   * @param dilution what lesser points are divided by, in hundredths; at least {@link #WHOLE}
   */
  Pass(String text, Stems stems, boolean watchesMarkup, int dilution) {
    this.text = text;
    this.stems = stems;
    this.watchesMarkup = watchesMarkup;
    this.dilution = dilution;
    this.chunk = new char[Math.min(text.length(), CHUNK)];
  }

  /** Whether it stopped at markup. */
  boolean markup() {
    return markup;
  }

  /** The entries found before there were points enough, by number. */
  BitSet seen() {
    return seen;
  }

  /** The words and whether there are points enough; both only if it did not stop. */
  Scan scan() {
    for (int from = 0; from < text.length() && !markup; from += CHUNK) {
      int length = copy(from);
      count(from, look(from, length), length);
    }
    finish();
    return new Scan(words, enough());
  }

  /** Whether there are points enough: it looks no further once there are. */
  boolean admits() {
    for (int from = 0; from < text.length() && !enough(); from += CHUNK) {
      look(from, copy(from));
    }
    finish();
    return enough();
  }

  private boolean enough() {
    return points + lesser * WHOLE / dilution >= Lexicon.ENOUGH;
  }

  private void finish() {
    if (stems.may(Stems.slide(window, 0))) {
      candidate(text.length());
    }
  }

  private int copy(int from) {
    int length = Math.min(text.length() - from, CHUNK);
    text.getChars(from, from + length, chunk, 0);
    return length;
  }

  /**
   * The loop that all documents go through, until there are points enough: no branch in it depends on where tokens end.
   * Returns how many characters of the chunk it read.
   */
  private int look(int from, int length) {
    var stemEnds = stems.bitmap();
    var read = chunk;
    int recent = window;
    int last = before;
    int count = words;
    int i = 0;
    for (int to = enough() ? 0 : length; i < to; i++) {
      int code = Script.code(read[i]);
      recent = Stems.slide(recent, code);
      count += (last & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      last = code;
      if (Stems.marked(stemEnds, recent)) {
        candidate(from + i);
        to = enough() ? i : to;
      }
      if ((code & Script.CODED_SPECIAL) != 0) {
        special(read[i], from + i);
        to = enough() ? i : to;
      }
    }
    window = recent;
    before = last;
    words = count;
    return i;
  }

  /** The same loop over the rest of a chunk, where only words and markup are left to find. */
  private void count(int from, int start, int length) {
    var read = chunk;
    int last = before;
    int count = words;
    for (int i = start; i < length; i++) {
      int code = Script.code(read[i]);
      count += (last & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      last = code;
      if (read[i] == '<') {
        special('<', from + i);
      }
    }
    before = last;
    words = count;
  }

  /** Looks at the tokens that start in the window ending at this position. */
  private void candidate(int position) {
    if (enough()) {
      return;
    }
    int end = Math.min(position, text.length() - 1);
    boolean inside = position >= Stems.WINDOW && Script.letter(text.charAt(position - Stems.WINDOW));
    for (int start = Math.max(0, position - Stems.WINDOW + 1); start <= end; start++) {
      boolean letter = Script.letter(text.charAt(start));
      if (letter && !inside) {
        look(start);
      }
      inside = letter;
    }
  }

  private void special(char c, int position) {
    if (c != '<') {
      look(position);
    } else if (watchesMarkup && !markup) {
      markup = Tags.telling(text, position);
    }
  }

  private void look(int start) {
    if (enough()) {
      return;
    }
    for (var term : stems.at(text, start)) {
      if (!seen.get(term.entry()) && term.at(text, start)) {
        seen.set(term.entry());
        if (term.points() < LESSER) {
          lesser += term.points();
        } else {
          points += term.points();
        }
      }
    }
  }
}
