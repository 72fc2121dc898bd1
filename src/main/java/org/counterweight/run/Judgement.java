package org.counterweight.run;

import java.util.List;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;
import org.counterweight.stance.Classifier;
import org.counterweight.stance.JudgedPassage;

/**
 * How a text becomes judged passages: cut, gate, judge.
 *
 * @param gate which passages are about AI
 * @param classifier judges them
 */
public record Judgement(Gate gate, Classifier classifier) {

  /** The gated passages of a document. */
  public List<JudgedPassage> of(String text) {
    return judge(Segmenter.segment(text));
  }

  /** The gated passages of passages already cut. */
  public List<JudgedPassage> judge(List<Passage> passages) {
    return passages.stream()
        .filter(passage -> gate.admits(passage.text()))
        .map(p -> JudgedPassage.of(p.start(), p.end(), p.words(), p.text(), classifier))
        .toList();
  }
}
