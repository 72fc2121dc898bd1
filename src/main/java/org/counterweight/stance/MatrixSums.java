package org.counterweight.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Adds judged passages up to a soft matrix. */
final class MatrixSums {

  private static final int K = SoftMatrix.CLASSES;

  private final long[] mass = new long[K * K];
  private final long[] words = new long[K];
  private final long[] passages = new long[K];
  private final long[] random = new long[K];

  private MatrixSums() {}

  static SoftMatrix of(List<Judged> judged) {
    var families = new TreeMap<String, MatrixSums>();
    for (var one : judged) {
      families.computeIfAbsent(one.passage().source(), name -> new MatrixSums()).add(one);
    }
    var sums = new ArrayList<SoftMatrix.FamilySums>();
    families.forEach((name, family) -> sums.add(family.named(name)));
    return new SoftMatrix(sums);
  }

  private void add(Judged one) {
    int k = one.truth().ordinal();
    long weight = Math.round(one.weight() * Probabilities.ONE * one.words());
    for (int j = 0; j < K; j++) {
      mass[K * j + k] += Math.round((double) weight * StanceClass.at(j).of(one.p()) / Probabilities.ONE);
    }
    words[k] += weight;
    passages[k]++;
    random[k] += one.passage().random() ? 1 : 0;
  }

  private SoftMatrix.FamilySums named(String name) {
    return new SoftMatrix.FamilySums(
        name,
        SoftMatrix.boxed(mass),
        SoftMatrix.boxed(words),
        SoftMatrix.boxed(passages),
        SoftMatrix.boxed(random));
  }
}
