package org.counterweight.virality;

import org.counterweight.stance.Probabilities;

/** Makes reactions for tests. */
final class Reactions {

  private Reactions() {}

  /** A class known for sure: doom, tractable, neutral or not_ai. */
  static Probabilities sure(int k) {
    var shares = new double[5];
    shares[k < 2 ? k : k + 1] = 1;
    return Probabilities.of(shares);
  }

  static Reaction of(String key, String work, String host, String month, int words, double value, Probabilities p) {
    return of("s", key, work, host, month, words, value, p);
  }

  static Reaction of(
      String source, String key, String work, String host, String month, int words, double value, Probabilities p) {
    int[] passages = {words, p.doom(), p.tractable(), p.mixed() + p.neutral(), p.notAi()};
    return new Reaction(key, work, host, "0/a.jsonl", source, month, words, "score", value, passages);
  }
}
