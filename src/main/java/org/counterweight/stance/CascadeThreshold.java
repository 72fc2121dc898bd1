package org.counterweight.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses from where on the cascade hands a passage to the accurate model: the largest threshold on the fast model's
 * p(doom) + p(tractable) at which a share of the accurate model's doom mass (inclusion weight x words x probability),
 * and the same share of its tractable mass, lies in passages that are handed on. Both models judge out of fold.
 */
final class CascadeThreshold {

  private CascadeThreshold() {}

  /** A passage: the fast model's p(doom) + p(tractable), and its masses by the accurate model. */
  private record Point(int score, double doom, double tractable) {}

  /**
   * The threshold, in millionths.
   *
   * @param fast judgements of passages
   * @param accurate judgements of the same passages, with inclusion weights
   * @param kept share of either mass to hand on, in millionths
   */
  static int choose(List<Judged> fast, List<Judged> accurate, int kept) {
    var points = points(fast, accurate);
    double doom = points.stream().mapToDouble(Point::doom).reduce(0, Double::sum);
    double tractable = points.stream().mapToDouble(Point::tractable).reduce(0, Double::sum);
    double share = kept / (double) Probabilities.ONE;
    int threshold = Probabilities.ONE;
    double doomAbove = 0;
    double tractableAbove = 0;
    for (var point : points) {
      if (doomAbove >= share * doom && tractableAbove >= share * tractable) {
        return threshold;
      }
      threshold = point.score();
      doomAbove += point.doom();
      tractableAbove += point.tractable();
    }
    return threshold;
  }

  /** The highest scores first. */
  private static List<Point> points(List<Judged> fast, List<Judged> accurate) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < fast.size(); i++) {
      var p = fast.get(i).p();
      var one = accurate.get(i);
      double words = one.weight() * one.words();
      points.add(new Point(p.doom() + p.tractable(), words * one.p().doom(), words * one.p().tractable()));
    }
    points.sort(Comparator.comparing(Point::score).reversed());
    return points;
  }
}
