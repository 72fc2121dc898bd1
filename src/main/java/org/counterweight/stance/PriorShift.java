package org.counterweight.stance;

import java.util.Arrays;

/**
 * A classifier for text in which the four classes are equally frequent: each probability is divided by the class's
 * share among random draws. For curated sets and for a look at single passages; never for statistics of a corpus.
 *
 * @param base the classifier at natural rates
 */
public record PriorShift(MeasuredClassifier base) implements Classifier {

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public String digest() {
    return base.digest();
  }

  @Override
  public Probabilities judge(String text) {
    var p = base.judge(text);
    long[] drawn = base.softMatrix().randomPassages();
    double[] odds = new double[StanceClass.COUNT];
    for (int k = 0; k < odds.length; k++) {
      odds[k] = StanceClass.at(k).of(p) / (drawn[k] + 0.5);
    }
    double sum = Arrays.stream(odds).sum();
    int both = p.neutral() + p.mixed();
    double mixed = both == 0 ? 0 : odds[2] * p.mixed() / both;
    return Probabilities.of(odds[0] / sum, odds[1] / sum, mixed / sum, (odds[2] - mixed) / sum, odds[3] / sum);
  }
}
