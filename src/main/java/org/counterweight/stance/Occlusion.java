package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.counterweight.corpus.Words;

/**
 * Why a text was judged as it was, for a classifier that cannot be taken apart: each part of the text in turn is left
 * out, and the others judged anew. Parts are words, or runs of so many words that there are at most {@value
 * #MOST_PARTS}.
 *
 * @param p the judgement of the whole text
 * @param reasons by class in order, the strongest first
 * @param parts how many parts were left out, one at a time
 */
record Occlusion(Probabilities p, List<Reason> reasons, int parts) {

  /** The most judgements that one explanation may cost; each takes as long as the classifier does. */
  static final int MOST_PARTS = 120;

  Occlusion {
    reasons = List.copyOf(reasons);
  }

  /**
   * One part's pull.
   *
   * @param towards doom, tractable, neutral or not_ai
   * @param part as it stands in the text, white space made single
   * @param contribution how much lower the log odds of that class are without it
   */
  record Reason(String towards, String part, double contribution) {}

  /** A stretch of the text, with the white space before it. */
  private record Part(int start, int end) {}

  /**
   * Leaves out part after part.
   *
   * @param judge judges a text by itself
   * @param most reasons a class
   */
  static Occlusion of(String text, Function<String, Probabilities> judge, int most) {
    var p = judge.apply(text);
    var parts = parts(text);
    var without = parts.stream().map(part -> judge.apply(without(text, part))).toList();
    var reasons = new ArrayList<Reason>();
    for (var k : StanceClass.values()) {
      var pulls = new ArrayList<Reason>();
      for (int i = 0; i < parts.size(); i++) {
        double pull = logOdds(k.of(p)) - logOdds(k.of(without.get(i)));
        if (pull > 0) {
          pulls.add(new Reason(k.label(), shown(text, parts.get(i)), pull));
        }
      }
      pulls.sort(Comparator.comparing(Reason::contribution).reversed());
      reasons.addAll(pulls.subList(0, Math.min(most, pulls.size())));
    }
    return new Occlusion(p, reasons, parts.size());
  }

  private static String without(String text, Part part) {
    return text.substring(0, part.start()) + text.substring(part.end());
  }

  private static String shown(String text, Part part) {
    return text.substring(part.start(), part.end()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static List<Part> parts(String text) {
    int words = Words.count(text);
    int each = Math.max(1, (words + MOST_PARTS - 1) / MOST_PARTS);
    var parts = new ArrayList<Part>();
    int start = 0;
    int held = 0;
    for (int i = 1; i <= text.length() && words > 0; i++) {
      boolean ends = !Words.isSpace(text.charAt(i - 1)) && (i == text.length() || Words.isSpace(text.charAt(i)));
      held += ends ? 1 : 0;
      if (ends && held == each) {
        parts.add(new Part(start, i));
        start = i;
        held = 0;
      }
    }
    if (held > 0) {
      parts.add(new Part(start, text.length()));
    }
    return parts;
  }

  private static double logOdds(int millionths) {
    return StrictMath.log((millionths + 0.5) / (Probabilities.ONE - millionths + 0.5));
  }

  /** A table for people. The parts are the text's own: escape them where they go into markup. */
  String toText() {
    var text = new StringBuilder(Explanation.line(p));
    for (var reason : reasons) {
      text.append(
          String.format(Locale.ROOT, "%-10s %+.3f  %s\n", reason.towards(), reason.contribution(), reason.part()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%d parts of the text were left out, one at a time: what is shown is how much lower the log odds of the"
                    + " class are without the part.\n",
                parts))
        .toString();
  }
}
