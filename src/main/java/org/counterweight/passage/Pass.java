package org.counterweight.passage;

import java.util.BitSet;

/** One pass of the gate over one text. */
final class Pass {

  /** The text is copied out in chunks: reading an array is faster than asking the text for each character. */
  private static final int CHUNK = 4096;

  private final String text;
  private final Stems stems;
  private final boolean watchesMarkup;
  private final BitSet seen = new BitSet(0);
  private int points;
  private boolean markup;

  /** Where the loop stands: the last characters' codes, the last one's alone, and the words so far. */
  private int window;

  private int before = Script.CODED_SPACE;
  private int words;

  /** Stops soon after the first tag that makes the text markup if it watches for them. */
  Pass(String text, Stems stems, boolean watchesMarkup) {
    this.text = text;
    this.stems = stems;
    this.watchesMarkup = watchesMarkup;
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
    int length = text.length();
    var chunk = new char[Math.min(length, CHUNK)];
    for (int from = 0; from < length && !markup; from += CHUNK) {
      int to = Math.min(length, from + CHUNK);
      text.getChars(from, to, chunk, 0);
      read(chunk, from, to);
    }
    if (stems.may(Stems.slide(window, 0))) {
      candidate(length);
    }
    return new Scan(words, points >= Lexicon.ENOUGH);
  }

  /** The loop that all documents go through: no branch in it depends on where tokens end. */
  private void read(char[] chunk, int from, int to) {
    int recent = window;
    int last = before;
    int count = words;
    for (int i = 0; i < to - from; i++) {
      int code = Script.code(chunk[i]);
      recent = Stems.slide(recent, code);
      count += (last & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      last = code;
      if (stems.may(recent)) {
        candidate(from + i);
      }
      if ((code & Script.CODED_SPECIAL) != 0) {
        special(chunk[i], from + i);
      }
    }
    window = recent;
    before = last;
    words = count;
  }

  /** Looks at the tokens that start in the window ending at this position. */
  private void candidate(int position) {
    if (points >= Lexicon.ENOUGH) {
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
    if (points >= Lexicon.ENOUGH) {
      return;
    }
    for (var term : stems.at(text, start)) {
      if (!seen.get(term.entry()) && term.at(text, start)) {
        seen.set(term.entry());
        points += term.points();
      }
    }
  }
}
