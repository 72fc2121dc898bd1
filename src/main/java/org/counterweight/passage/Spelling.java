package org.counterweight.passage;

import java.io.Serializable;

/** A term made ready to be found in an array of characters. Immutable. */
final class Spelling implements Serializable {

  private static final long serialVersionUID = 1;

  private final int entry;
  private final int points;
  private final boolean cased;
  private final boolean prefix;
  private final int anchor;

  /** As written if case matters, else folded. */
  private final char[][] tokens;

  /** What stands before each token, empty where any joint may. */
  private final char[][] joints;

  Spelling(Term term) {
    entry = term.entry();
    points = term.points();
    cased = term.cased();
    prefix = term.prefix();
    anchor = term.anchor();
    tokens = term.tokens().stream().map(String::toCharArray).toArray(char[][]::new);
    joints = term.joints().stream().map(String::toCharArray).toArray(char[][]::new);
    for (var token : tokens) {
      for (int i = 0; i < token.length && !cased; i++) {
        token[i] = Script.folded(token[i]);
      }
    }
  }

  /** The entry's number in its lexicon: different spellings of one entry count once. */
  int entry() {
    return entry;
  }

  /** What the entry adds to a passage. */
  int points() {
    return points;
  }

  /** How many tokens it has. */
  int length() {
    return tokens.length;
  }

  /** Whether it stands in a text so that its anchor starts here, at the start of a token. */
  boolean at(char[] text, int position) {
    if (cased && text[position] != tokens[anchor][0]) {
      return false;
    }
    int start = position;
    for (int k = anchor; k > 0 && start >= 0; k--) {
      start = beforeJoint(text, start, joints[k]) - tokens[k - 1].length;
    }
    return start >= 0 && startsToken(text, start) && !(cased && elided(text, start)) && from(text, start);
  }

  private boolean from(char[] text, int start) {
    int i = start;
    for (int k = 0; k < tokens.length; k++) {
      i = k == 0 ? start : afterJoint(text, i, joints[k]);
      if (i < 0 || !same(text, i, tokens[k])) {
        return false;
      }
      i += tokens[k].length;
      boolean open = prefix && k == tokens.length - 1;
      if (!open && i < text.length && Script.letter(text[i]) && Script.letter(text[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private boolean same(char[] text, int start, char[] token) {
    if (text.length - start < token.length) {
      return false;
    }
    for (int i = 0; i < token.length; i++) {
      char c = text[start + i];
      if (token[i] != c && (cased || token[i] != Script.folded(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsToken(char[] text, int start) {
    return start == 0 || !Script.letter(text[start - 1]) || !Script.letter(text[start]);
  }

  private static int beforeJoint(char[] text, int to, char[] joint) {
    if (joint.length > 0) {
      return literal(text, to - joint.length, joint) ? to - joint.length : -1;
    }
    int i = to;
    while (i > 0 && Script.joins(text[i - 1])) {
      i--;
    }
    return i;
  }

  private static int afterJoint(char[] text, int from, char[] joint) {
    if (joint.length > 0) {
      return literal(text, from, joint) ? from + joint.length : -1;
    }
    int i = from;
    while (i < text.length && Script.joins(text[i])) {
      i++;
    }
    return i;
  }

  private static boolean literal(char[] text, int start, char[] joint) {
    boolean same = start >= 0 && start + joint.length <= text.length;
    for (int i = 0; i < joint.length && same; i++) {
      same = text[start + i] == joint[i];
    }
    return same;
  }

  /** Whether an apostrophe binds a letter before it, as in the French "J'AI". */
  private static boolean elided(char[] text, int start) {
    return start > 1 && (text[start - 1] == '\'' || text[start - 1] == '\u2019') && Script.letter(text[start - 2]);
  }
}
