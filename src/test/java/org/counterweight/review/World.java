package org.counterweight.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.counterweight.manifest.PassageRow;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;

/**
 * A frame whose truth is known: each passage has a true class, and a score vector that depends on it by so much
 * separation. At separation 0 scores say nothing.
 */
final class World {

  /** Shares of doom, tractable, other and not_ai among gated passages, about those of real text. */
  static final double[] NATURAL = {0.06, 0.04, 0.6, 0.3};

  private static final Stance[] TRUE = {Stance.DOOM, Stance.TRACTABLE, Stance.NEUTRAL, Stance.NOT_AI};

  final List<PassageRow> rows = new ArrayList<>();
  final List<Stance> truth = new ArrayList<>();

  World(long seed, int passages, double separation, double... shares) {
    var random = new Random(seed);
    for (int i = 0; i < passages; i++) {
      int k = drawn(random, shares);
      int words = 20 + (int) (430 * Math.pow(random.nextDouble(), 2));
      var p = scores(random, k, separation, shares);
      rows.add(new PassageRow("0/" + i % 7 + ".jsonl", i, "id" + i, 0, 6 * words, words, p, p.stance()));
      truth.add(TRUE[k]);
    }
  }

  private World() {}

  /**
   * Real passages as people labelled them, with the scores of encoders that had not seen their sources. Their lengths
   * are made up: the text is not in the project.
   */
  static World labelledByPeople() {
    try {
      var scores = new HashMap<String, Probabilities>();
      for (var line : lines("out-of-fold.tsv")) {
        var cells = line.split("\t");
        scores.put(cells[0], softmax(cells));
      }
      var world = new World();
      var random = new Random(6);
      for (var line : lines("real.tsv")) {
        var cells = line.split("\t");
        if (scores.containsKey(cells[2])) {
          int words = 20 + (int) (430 * Math.pow(random.nextDouble(), 2));
          var p = scores.get(cells[2]);
          world.rows.add(new PassageRow("0/" + cells[0], world.rows.size(), "", 0, words, words, p, p.stance()));
          world.truth.add(Stance.of(cells[3]));
        }
      }
      return world;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String file) throws IOException {
    var lines = Files.readAllLines(Path.of("data-samples", "labels", file));
    return lines.subList(1, lines.size());
  }

  private static Probabilities softmax(String[] cells) {
    var p = new double[4];
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      p[k] = StrictMath.exp(Double.parseDouble(cells[2 + k]));
      sum += p[k];
    }
    return Probabilities.of(p[0] / sum, p[1] / sum, 0, p[2] / sum, p[3] / sum);
  }

  Frame frame() {
    return taker -> {
      for (var row : rows) {
        taker.take(row);
      }
    };
  }

  /** Words that are truly of a class. */
  double mass(int k) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += Classes.of(truth.get(i)) == k ? rows.get(i).words() : 0;
    }
    return sum;
  }

  double odds() {
    return mass(Classes.DOOM) / mass(Classes.TRACTABLE);
  }

  Stance truth(PassageRow row) {
    return truth.get((int) row.row());
  }

  /** A sample labelled with the truth, but for those that a person did not get to. */
  Labelled labelled(int draws, long seed, double missing) {
    var random = new Random(seed);
    var sample = sample(draws, seed);
    var labels = new ArrayList<Labelled.Label>();
    for (var drawn : sample.drawn()) {
      if (random.nextDouble() >= missing) {
        labels.add(new Labelled.Label(drawn.passage(), drawn.stratum().name(), truth(drawn.passage())));
      }
    }
    return new Labelled(sample, labels);
  }

  Sample sample(int draws, long seed) {
    try {
      return Sample.of(frame(), draws, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int drawn(Random random, double[] shares) {
    double u = random.nextDouble();
    int k = 0;
    while (k < 3 && u >= shares[k]) {
      u -= shares[k++];
    }
    return k;
  }

  /** The posterior of a class under Gaussian features of this separation, hence calibrated. */
  private static Probabilities scores(Random random, int k, double separation, double[] shares) {
    var p = new double[4];
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      double feature = (j == k ? separation : 0) + random.nextGaussian();
      p[j] = shares[j] * StrictMath.exp(separation * feature);
      sum += p[j];
    }
    return Probabilities.of(p[0] / sum, p[1] / sum, 0, p[2] / sum, p[3] / sum);
  }
}
