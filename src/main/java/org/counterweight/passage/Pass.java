package org.counterweight.passage;

import java.util.BitSet;

/** One pass of the gate over one text. */
final class Pass {

  /** The dilution under which lesser points count in full. */
  static final int WHOLE = 100;

  /** Points below these are lesser ones, from entries that meet by chance in a long passage. */
  private static final int LESSER = Lexicon.ENOUGH / 2;

  private final char[] text;
  private final Stems stems;
  private final int dilution;
  private final BitSet seen = new BitSet();
  private int points;
  private int lesser;

  /** Where the loop stands: the code of the last character, and the words so far. */
  private int before;

  private int words;

  /**
   * Made anew for each text.
   *
   * @param dilution what lesser points are divided by, in hundredths; at least {@link #WHOLE}
   */
  Pass(String text, Stems stems, int dilution) {
    this.text = text.toCharArray();
    this.stems = stems;
    this.dilution = dilution;
  }

  /** The entries found before there were points enough, by number. */
  BitSet seen() {
    return seen;
  }

  /** The words, and whether there are points enough. */
  Scan scan() {
    int read = read();
    int last = before;
    int count = words;
    for (int i = read; i < text.length; i++) {
      int code = Script.code(text[i]);
      count += (last & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      last = code;
    }
    return new Scan(count, enough());
  }

  /** Whether there are points enough: it looks no further once there are. */
  boolean admits() {
    read();
    return enough();
  }

  /**
   * The loop that all documents go through, until there are points enough: no branch in it depends on where tokens end.
   * Returns how many characters it read.
   */
  private int read() {
    var stemEnds = stems.bitmap();
    var read = text;
    int window = 0;
    int last = Script.CODED_SPACE;
    int count = 0;
    boolean enough = false;
    int i = 0;
    while (i < read.length && !enough) {
      int code = Script.code(read[i]);
      window = Stems.slide(window, code);
      count += (last & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      last = code;
      if (Stems.marked(stemEnds, window)) {
        enough = enoughAfter(window, i);
      }
      if ((code & Script.CODED_SPECIAL) != 0) {
        enough = enough || enoughAt(i);
      }
      i++;
    }
    before = last;
    words = count;
    int end = Stems.slide(window, 0);
    if (!enough && stems.may(end)) {
      enoughAfter(end, read.length);
    }
    return i;
  }

  private boolean enough() {
    return points + lesser * WHOLE / dilution >= Lexicon.ENOUGH;
  }

  /** Looks at the tokens whose stem may end the window up to this position, and whether there are points enough. */
  private boolean enoughAfter(int window, int position) {
    boolean enough = false;
    for (int before = Stems.WINDOW - 2; before > 0 && !enough; before--) {
      enough = Stems.starts(window, before) && enoughAt(position - before);
    }
    return enough;
  }

  private boolean enoughAt(int start) {
    for (var term : stems.at(text, start)) {
      if (!seen.get(term.entry()) && term.at(text, start)) {
        seen.set(term.entry());
        lesser += term.points() < LESSER ? term.points() : 0;
        points += term.points() < LESSER ? 0 : term.points();
        if (enough()) {
          return true;
        }
      }
    }
    return false;
  }
}
