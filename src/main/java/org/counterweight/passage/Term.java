package org.counterweight.passage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One spelling of an entry of a lexicon: tokens one after the other. Between two of them stands what the spelling has
 * there, literally; but where it has a space or a hyphen, any white space, hyphens, quotes and emphasis may stand.
 *
 * @param entry the entry's number in its lexicon: different spellings of one entry count once
 * @param points what the entry adds to a passage; {@link Lexicon#ENOUGH} admit it
 * @param cased whether upper and lower case matter: the spelling has an upper-case letter or an {@code =}
 * @param prefix whether the last token may go on
 * @param tokens at least one
 * @param joints what stands before each token, empty where any joint may
 * @param anchor which token the gate finds it by: the longest whole one that is not everywhere
 */
record Term(int entry, int points, boolean cased, boolean prefix, List<String> tokens, List<String> joints, int anchor)
    implements Serializable {

  /** A prefix is found by its first letters, so it needs that many. */
  private static final int SHORTEST_PREFIX = Stems.LENGTH;

  /** Tokens too frequent to be found by, if there is another. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "a", "about", "all", "an", "and", "any", "are", "asked", "because", "by", "can", "cannot", "could", "did",
          "do", "does", "doesn", "for", "from", "has", "hate", "have", "her", "how", "i", "if", "in", "is", "isn",
          "its", "itself", "just", "let", "like", "love", "may", "might", "most", "my", "no", "of", "on", "or", "our",
          "said", "should", "some", "than", "that", "the", "their", "these", "they", "think", "this", "to", "use",
          "used", "uses", "using", "via", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with",
          "without", "won", "would", "your");

  /** Hyphens, dashes, quotes and emphasis. */
  private static final String JOINING =
      "-*_'\"`\u00ad\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d";

  Term {
    tokens = List.copyOf(tokens);
    joints = List.copyOf(joints);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("it holds no letter or digit");
    }
    if (prefix && anchor == tokens.size() - 1 && tokens.get(anchor).length() < SHORTEST_PREFIX) {
      throw new IllegalArgumentException("before '*' it needs at least " + SHORTEST_PREFIX + " letters");
    }
  }

  /**
   * Reads one spelling.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static Term of(int entry, int points, String spelling) {
    boolean prefix = spelling.endsWith("*");
    boolean exact = spelling.startsWith("=");
    var body = spelling.substring(exact ? 1 : 0, spelling.length() - (prefix ? 1 : 0));
    if (body.indexOf('*') >= 0) {
      throw new IllegalArgumentException("'*' may stand at the end only");
    }
    var tokens = new ArrayList<String>();
    var joints = new ArrayList<String>();
    int from = 0;
    while (from < body.length()) {
      int start = from;
      while (start < body.length() && !token(body.charAt(start))) {
        start++;
      }
      int end = tokenEnd(body, start);
      if (start == end || (from == 0 && start > 0)) {
        throw new IllegalArgumentException("it must start and end with a letter or digit");
      }
      tokens.add(body.substring(start, end));
      var joint = body.substring(from, start);
      joints.add(joint.equals(" ") || joint.equals("-") ? "" : joint);
      from = end;
    }
    boolean cased = exact || body.chars().anyMatch(Character::isUpperCase);
    return new Term(entry, points, cased, prefix, tokens, joints, anchor(tokens, prefix));
  }

  /** What must stand from the anchor on: it, and what follows up to the first joint that may be of any length. */
  String sureFromAnchor() {
    var sure = new StringBuilder(anchorToken());
    for (int k = anchor + 1; k < tokens.size() && !joints.get(k).isEmpty(); k++) {
      sure.append(joints.get(k)).append(tokens.get(k));
    }
    return sure.toString();
  }

  /** The token it is found by. */
  String anchorToken() {
    return tokens.get(anchor);
  }

  /** Whether it stands in a text so that its anchor starts here, at the start of a token. */
  boolean at(String text, int position) {
    if (cased && text.charAt(position) != tokens.get(anchor).charAt(0)) {
      return false;
    }
    int start = position;
    for (int k = anchor; k > 0 && start >= 0; k--) {
      start = beforeJoint(text, start, joints.get(k)) - tokens.get(k - 1).length();
    }
    return start >= 0 && startsToken(text, start) && !(cased && elided(text, start)) && from(text, start);
  }

  private boolean from(String text, int start) {
    int i = start;
    for (int k = 0; k < tokens.size(); k++) {
      var token = tokens.get(k);
      i = k == 0 ? start : afterJoint(text, i, joints.get(k));
      if (i < 0 || !text.regionMatches(!cased, i, token, 0, token.length())) {
        return false;
      }
      i += token.length();
      boolean open = prefix && k == tokens.size() - 1;
      if (!open && i < text.length() && Script.letter(text.charAt(i)) && Script.letter(text.charAt(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private static int anchor(List<String> tokens, boolean prefix) {
    int whole = prefix && tokens.size() > 1 ? tokens.size() - 1 : tokens.size();
    int rarest = 0;
    for (int k = 1; k < whole; k++) {
      rarest = rarity(tokens.get(k)) > rarity(tokens.get(rarest)) ? k : rarest;
    }
    return rarest;
  }

  /** A token's length stands for it, but what is everywhere comes last. */
  private static int rarity(String token) {
    return EVERYWHERE.contains(token.toLowerCase(Locale.ROOT)) ? -1 : token.length();
  }

  private static boolean startsToken(String text, int start) {
    return start == 0 || !Script.letter(text.charAt(start - 1)) || !Script.letter(text.charAt(start));
  }

  private static int beforeJoint(String text, int to, String joint) {
    if (!joint.isEmpty()) {
      return text.startsWith(joint, to - joint.length()) ? to - joint.length() : -1;
    }
    int i = to;
    while (i > 0 && joins(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Whether an apostrophe binds a letter before it, as in the French "J'AI". */
  private static boolean elided(String text, int start) {
    return start > 1
        && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '\u2019')
        && Script.letter(text.charAt(start - 2));
  }

  private static int afterJoint(String text, int from, String joint) {
    if (!joint.isEmpty()) {
      return text.startsWith(joint, from) ? from + joint.length() : -1;
    }
    int i = from;
    while (i < text.length() && joins(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean joins(char c) {
    return Script.kind(c) == Script.SPACE || JOINING.indexOf(c) >= 0;
  }

  private static boolean token(char c) {
    return Script.kind(c) == Script.LETTER || Script.kind(c) == Script.SINGLE;
  }

  private static int tokenEnd(String text, int start) {
    if (start < text.length() && Script.kind(text.charAt(start)) == Script.SINGLE) {
      return start + 1;
    }
    int i = start;
    while (i < text.length() && Script.letter(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
