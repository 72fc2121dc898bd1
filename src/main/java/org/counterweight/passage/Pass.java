package org.counterweight.passage;

import java.util.BitSet;

/** One pass of the gate over one text. */
final class Pass {

  private final String text;
  private final Stems stems;
  private final boolean watchesMarkup;
  private final BitSet seen = new BitSet(0);
  private int points;
  private boolean markup;

  /** Stops at the first tag that makes the text markup if it watches for them. */
  Pass(String text, Stems stems, boolean watchesMarkup) {
    this.text = text;
    this.stems = stems;
    this.watchesMarkup = watchesMarkup;
  }

  /** Whether it stopped at markup. */
  boolean markup() {
    return markup;
  }

  /** The entries that were looked for until there were points enough, by number. */
  BitSet seen() {
    return seen;
  }

  /** The words and whether there are points enough; both only if it did not stop. */
  Scan scan() {
    int words = 0;
    boolean inside = false;
    int length = text.length();
    int i = 0;
    while (i < length && !markup) {
      char c = text.charAt(i);
      byte kind = Script.kind(c);
      if (kind == Script.SPACE) {
        inside = false;
        i++;
        continue;
      }
      words += inside ? 0 : 1;
      inside = true;
      if (kind == Script.LETTER) {
        i = token(i);
      } else {
        other(c, kind, i++);
      }
    }
    return new Scan(words, points >= Lexicon.ENOUGH);
  }

  private int token(int start) {
    int length = text.length();
    long key = 0;
    int i = start;
    int stem = Math.min(length, start + Stems.LENGTH);
    while (i < stem && Script.letter(text.charAt(i))) {
      key = Stems.plus(key, text.charAt(i++));
    }
    if (i == stem) {
      while (i < length && Script.letter(text.charAt(i))) {
        i++;
      }
    }
    if (stems.may(key)) {
      look(key, start);
    }
    return i;
  }

  private void other(char c, byte kind, int at) {
    if (kind == Script.SINGLE) {
      look(Stems.plus(0, c), at);
    } else if (c == '<' && watchesMarkup) {
      markup = Tags.telling(text, at);
    }
  }

  private void look(long key, int start) {
    if (points >= Lexicon.ENOUGH) {
      return;
    }
    for (var term : stems.of(key)) {
      if (!seen.get(term.entry()) && term.at(text, start)) {
        seen.set(term.entry());
        points += term.points();
      }
    }
  }
}
