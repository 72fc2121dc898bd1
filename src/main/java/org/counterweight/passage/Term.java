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
