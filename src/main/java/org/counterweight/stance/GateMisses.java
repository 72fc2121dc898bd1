package org.counterweight.stance;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.counterweight.corpus.Sha256;

/**
 * What the gate misses, from passages that people read on both sides of it: how many words of each class it refuses for
 * one that it admits. Classes are doom, tractable, and other (mixed and neutral); what is not about AI is no miss.
 *
 * <p>In stratum s the gate refuses N_s passages, of which n_s were drawn at random and read, m_sk of them of class k;
 * it admits G_s, of which l_s were read, f_sk of class k. Had it refused as many of class k as it admits, then e_s f_sk
 * with e_s = (n_s / N_s) (G_s / l_s) of the refused ones read would have been of class k. So the ratio is sum m_sk /
 * sum e_s f_sk, a combined ratio estimator (Cochran, "Sampling Techniques", 1977, 6.11): passages refused for one
 * admitted, and words too as far as the refused ones of a class are as long as the admitted ones.
 *
 * <p>Its uncertainty: a draw weighs the families by exponential variables (the Bayesian bootstrap: Rubin, Annals of
 * Statistics 9, 1981), since the gate misses more in some kinds of text than in others, and few kinds were read; and it
 * draws the counts, as of Poisson variables, from Gamma distributions with the counts as shapes. To the misses comes a
 * Gamma variable of shape 1/2 (Jeffreys' prior), so that a class of which no missed passage was read is not taken for
 * one that is never missed.
 *
 * @param gate digest of the gate that was measured; of another one this says nothing
 * @param strata what was read, in the order of the file
 */
public record GateMisses(String gate, List<Stratum> strata) implements Serializable {

  /** Classes of misses. */
  public static final int CLASSES = 3;

  private static final String FILE = "gate-misses.tsv";
  private static final String HEADER =
      "stratum\tfamily\trefused\tread\tmissed_doom\tmissed_tractable\tmissed_other"
          + "\tadmitted\tlabelled\tfound_doom\tfound_tractable\tfound_other";
  private static final int NAMES = 2;

  public GateMisses {
    strata = List.copyOf(strata);
    if (!gate.matches("[0-9a-f]{64}") || strata.isEmpty()) {
      throw new IllegalArgumentException("Cannot hold a gate's misses: no SHA-256 of a gate, or no stratum");
    }
    for (int k = 0; k < CLASSES; k++) {
      int of = k;
      if (strata.stream().noneMatch(stratum -> stratum.found().get(of) > 0)) {
        throw new IllegalArgumentException(
            "Cannot hold a gate's misses: nothing admitted of class " + k + " to compare");
      }
    }
  }

  /**
   * Passages of one kind of text, from one place.
   *
   * @param name of the stratum
   * @param family of sources it belongs to, as the soft matrix names it
   * @param refused by the gate
   * @param read of those
   * @param missed of those that were read, by class
   * @param admitted by the gate
   * @param labelled of those, drawn at random
   * @param found of those that were labelled, by class
   */
  public record Stratum(
      String name,
      String family,
      int refused,
      int read,
      List<Integer> missed,
      int admitted,
      int labelled,
      List<Integer> found)
      implements Serializable {

    public Stratum {
      missed = List.copyOf(missed);
      found = List.copyOf(found);
      if (!part(missed, read, refused) || !part(found, labelled, admitted)) {
        throw new IllegalArgumentException("Cannot hold the passages of stratum '" + name + "': they do not add up");
      }
    }

    private static boolean part(List<Integer> classes, int read, int all) {
      return classes.size() == CLASSES
          && classes.stream().allMatch(count -> count >= 0)
          && classes.stream().mapToInt(Integer::intValue).sum() <= read
          && read >= 1
          && read <= all;
    }

    /** How many of the refused passages read stand for one labelled passage that the gate admits. */
    private double exposure() {
      return (double) read / refused * admitted / labelled;
    }
  }

  /** What was measured of the shipped gate. */
  public static GateMisses shipped() {
    try (var in = GateMisses.class.getResourceAsStream(FILE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " of this program", e);
    }
  }

  /**
   * Reads the text of a file: comments, the gate, a line of column names, then a stratum a line.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  static GateMisses parse(String text) {
    var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    if (lines.size() < NAMES || !lines.get(0).startsWith("gate\t") || !lines.get(1).equals(HEADER)) {
      throw new IllegalArgumentException("Cannot read a gate's misses: its first lines are not a gate and the columns");
    }
    var strata = new ArrayList<Stratum>();
    for (var line : lines.subList(NAMES, lines.size())) {
      strata.add(stratum(line));
    }
    return new GateMisses(lines.get(0).substring("gate\t".length()), strata);
  }

  private static Stratum stratum(String line) {
    var cells = line.split("\t", -1);
    var counts = new ArrayList<Integer>();
    try {
      for (int i = NAMES; i < cells.length; i++) {
        counts.add(Integer.valueOf(cells[i]));
      }
      return new Stratum(
          cells[0], cells[1], counts.get(0), counts.get(1), counts.subList(2, 5), counts.get(5), counts.get(6),
          counts.subList(7, counts.size()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Cannot read a gate's misses: '" + line + "' is no stratum", e);
    }
  }

  /** Lower-case hexadecimal SHA-256 of all that it holds. */
  public String digest() {
    return Sha256.of(text());
  }

  /** What {@link #parse} reads. */
  String text() {
    var text = new StringBuilder("gate\t" + gate + '\n' + HEADER + '\n');
    for (var stratum : strata) {
      var cells = new ArrayList<Object>(List.of(stratum.name(), stratum.family(), stratum.refused(), stratum.read()));
      cells.addAll(stratum.missed());
      cells.addAll(List.of(stratum.admitted(), stratum.labelled()));
      cells.addAll(stratum.found());
      text.append(cells.stream().map(Object::toString).collect(Collectors.joining("\t"))).append('\n');
    }
    return text.toString();
  }

  /** Refused passages that were read. */
  public int read() {
    return strata.stream().mapToInt(Stratum::read).sum();
  }

  /** Those of them that are of each class. */
  public int[] missed() {
    var missed = new int[CLASSES];
    for (var stratum : strata) {
      for (int k = 0; k < CLASSES; k++) {
        missed[k] += stratum.missed().get(k);
      }
    }
    return missed;
  }

  /** Words refused for one admitted, by class. */
  public double[] ratios() {
    var ratios = new double[CLASSES];
    int[] missed = missed();
    for (int k = 0; k < CLASSES; k++) {
      double expected = 0;
      for (var stratum : strata) {
        expected += stratum.exposure() * stratum.found().get(k);
      }
      ratios[k] = missed[k] / expected;
    }
    return ratios;
  }

  /** The same of one draw, a pure function of replicate and seed. */
  public double[] draw(int replicate, long seed) {
    var ratios = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      var gammas = new Gammas(seed, replicate, Hash.of(FILE) + k);
      double missed = gammas.half();
      double expected = 0;
      for (var stratum : strata) {
        double weight = new Gammas(seed, replicate, Hash.of(stratum.family())).whole(1);
        missed += weight * gammas.whole(stratum.missed().get(k));
        expected += weight * stratum.exposure() * gammas.whole(stratum.found().get(k));
      }
      ratios[k] = missed / expected;
    }
    return ratios;
  }
}
