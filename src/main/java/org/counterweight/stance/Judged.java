package org.counterweight.stance;

/**
 * A labelled passage with a judgement of it.
 *
 * @param passage the passage and its label
 * @param p the judgement
 * @param weight inclusion weight; 1 where nothing is known
 * @param words its number of words
 */
public record Judged(LabelledPassage passage, Probabilities p, double weight, int words) {

  StanceClass truth() {
    return StanceClass.of(passage.label());
  }

  Judged withWeight(double other) {
    return new Judged(passage, p, other, words);
  }
}
