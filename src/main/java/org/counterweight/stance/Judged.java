package org.counterweight.stance;

import org.counterweight.corpus.Words;
import org.counterweight.passage.Gate;

/**
 * A labelled passage with a judgement of it.
 *
 * @param passage the passage and its label
 * @param p the judgement
 * @param weight inclusion weight; 1 where nothing is known
 * @param words its number of words
 * @param said the class that the classifier names
 */
public record Judged(LabelledPassage passage, Probabilities p, double weight, int words, StanceClass said) {

  /** Names the most probable class. */
  Judged(LabelledPassage passage, Probabilities p, double weight, int words) {
    this(passage, p, weight, words, Decision.MOST_PROBABLE.classOf(p));
  }

  /** A passage as gate and classifier judge it together. */
  static Judged of(LabelledPassage passage, Gate gate, Classifier classifier) {
    var p = gate.admits(passage.text()) ? classifier.judge(passage.text()) : Probabilities.NOT_AI;
    return new Judged(passage, p, 1, Words.count(passage.text())).named(classifier.decision());
  }

  StanceClass truth() {
    return StanceClass.of(passage.label());
  }

  Judged withWeight(double other) {
    return new Judged(passage, p, other, words, said);
  }

  Judged named(Decision decision) {
    return new Judged(passage, p, weight, words, decision.classOf(p));
  }
}
