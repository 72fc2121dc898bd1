package org.counterweight.review;

import java.util.List;
import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Stance;

/**
 * A sample with the labels that people gave it.
 *
 * @param sample the sample
 * @param labels those given, in the order of the sample
 */
public record Labelled(Sample sample, List<Label> labels) {

  public Labelled {
    labels = List.copyOf(labels);
  }

  /**
   * A passage with its label.
   *
   * @param passage the passage, as it was judged
   * @param stratum the name of its stratum
   * @param label what a person calls it
   */
  public record Label(PassageRow passage, int stratum, Stance label) {

    /** Its words if it is of this class, otherwise 0. */
    double truth(int k) {
      return Classes.of(label) == k ? passage.words() : 0;
    }

    /** Its words times the judged probability of this class. */
    double score(int k) {
      return (double) passage.words() * Classes.of(passage.p(), k) / 1_000_000;
    }
  }

  /** How many labels are of this class. */
  public long count(int k) {
    return labels.stream().filter(one -> Classes.of(one.label()) == k).count();
  }

  /** Drawn passages without a label. */
  public int missing() {
    return sample.drawn().size() - labels.size();
  }
}
