package org.counterweight.run;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.passage.Gate;
import org.counterweight.passage.MarkupView;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;
import org.counterweight.stance.Classifier;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.work.Sketch;
import org.counterweight.work.Sketcher;

/**
 * How a text becomes judged passages: cut, gate, judge.
 *
 * @param gate which passages are about AI
 * @param classifier judges them
 */
public record Judgement(Gate gate, Classifier classifier) {

  /**
   * What the census keeps of a document's text.
   *
   * @param passages the gated ones
   * @param sketch of the whole text; empty where no passage is gated
   */
  record Gated(List<JudgedPassage> passages, Sketch sketch) {

    static final Gated NOTHING = new Gated(List.of(), Sketch.EMPTY);
  }

  /** The gated passages of a document, and its sketch. */
  Gated of(MarkupView document) {
    var sketcher = new Sketcher();
    var passages = judge(Segmenter.segment(document), sketcher);
    return passages.isEmpty() ? Gated.NOTHING : new Gated(passages, sketcher.sketch());
  }

  /** The gated passages of passages already cut. */
  public List<JudgedPassage> judge(List<Passage> passages) {
    return judge(passages, new Sketcher());
  }

  private List<JudgedPassage> judge(List<Passage> passages, Sketcher sketcher) {
    var judged = new ArrayList<JudgedPassage>();
    for (var passage : passages) {
      long print = sketcher.read(passage.text());
      if (gate.admits(passage.text())) {
        judged.add(JudgedPassage.of(passage, print, classifier));
      }
    }
    return judged;
  }
}
