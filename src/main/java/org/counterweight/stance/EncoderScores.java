package org.counterweight.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.counterweight.corpus.Sha256;

/**
 * Raw scores of drawn passages by encoders that were fine-tuned without the passage's fold of sources: tab-separated
 * {@code sha1, fold, doom, tractable, neutral, not_ai} under a header of these names, one line a passage. {@code sha1}
 * is that of the passage's UTF-8 text as training sees it, HTML character references decoded.
 */
public final class EncoderScores {

  private static final List<String> HEADER = List.of("sha1", "fold", "doom", "tractable", "neutral", "not_ai");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  private final String name;
  private final TreeMap<String, TreeMap<Integer, double[]>> scores = new TreeMap<>();

  private EncoderScores(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws ModelException naming file and line where it cannot
   */
  public static EncoderScores read(Path file) {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(lines, file.toString());
    } catch (NoSuchFileException e) {
      throw new ModelException("Cannot read encoder scores " + file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new ModelException("Cannot read encoder scores " + file + ": it is not UTF-8", e);
    } catch (IOException e) {
      throw new ModelException("Cannot read encoder scores " + file + ": " + e.getMessage(), e);
    }
  }

  static EncoderScores read(BufferedReader lines, String name) throws IOException {
    var scores = new EncoderScores(name);
    int number = 1;
    try {
      String header = lines.readLine();
      if (header == null || !HEADER.equals(List.of(header.split("\t", -1)))) {
        throw new IllegalArgumentException("its first line is not " + String.join(", ", HEADER) + ", tab-separated");
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        scores.add(line.split("\t", -1));
      }
      return scores;
    } catch (IllegalArgumentException e) {
      throw new ModelException("Cannot read encoder scores " + name + ":" + number + ": " + e.getMessage(), e);
    }
  }

  private void add(String[] fields) {
    if (fields.length != HEADER.size() || !SHA1.matcher(fields[0]).matches() || !fields[1].matches("\\d{1,4}")) {
      throw new IllegalArgumentException("it is no sha1, fold and four scores");
    }
    double[] row = new double[StanceClass.COUNT];
    for (int k = 0; k < row.length; k++) {
      row[k] = number(fields[2 + k]);
    }
    double[] before =
        scores.computeIfAbsent(fields[0], sha1 -> new TreeMap<>()).putIfAbsent(Integer.parseInt(fields[1]), row);
    if (before != null && !Arrays.equals(before, row)) {
      throw new IllegalArgumentException("passage " + fields[0] + " stood before with other scores");
    }
  }

  private static double number(String field) {
    double number;
    try {
      number = Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a score is no number", e);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a score is not finite");
    }
    return number;
  }

  /** The name of a text in the file: the sha1 of its UTF-8 bytes. */
  static String keyOf(String text) {
    return Hash.sha1(text);
  }

  /**
   * The scores of examples, in their order.
   *
   * @throws ModelException if the file has other folds or lacks some of the examples
   */
  List<double[]> of(List<Example> examples, Folds folds) {
    checkFolds(examples, folds);
    checkAll(examples);
    return examples.stream().map(example -> rows(example).get(folds.of(example))).toList();
  }

  private TreeMap<Integer, double[]> rows(Example example) {
    return scores.getOrDefault(keyOf(example.passage().text()), new TreeMap<>());
  }

  private void checkFolds(List<Example> examples, Folds folds) {
    var wrong = new TreeMap<String, Integer>();
    for (var example : examples) {
      var rows = rows(example);
      if (!rows.isEmpty() && !rows.containsKey(folds.of(example))) {
        wrong.putIfAbsent(example.family(), rows.firstKey());
      }
    }
    if (!wrong.isEmpty()) {
      var first = wrong.firstEntry();
      throw new ModelException(
          "Cannot train on encoder scores %s: they deal source '%s' to fold %d, training deals it to fold %d; its folds"
                  .formatted(name, first.getKey(), first.getValue(), folds.foldOfFamily().get(first.getKey()))
              + " are " + folds.foldOfFamily());
    }
  }

  private void checkAll(List<Example> examples) {
    var missing = new ArrayList<>(examples.stream().filter(example -> rows(example).isEmpty()).toList());
    if (!missing.isEmpty()) {
      var first = missing.get(0);
      throw new ModelException(
          "Cannot train on encoder scores %s: %,d of %,d drawn passages are missing, among them sha1 %s of source '%s'"
              .formatted(
                  name, missing.size(), examples.size(), keyOf(first.passage().text()), first.family()));
    }
  }

  /** Of all rows, by the bits of their numbers: neither their order in the file nor how they were written matters. */
  String sha256() {
    var text = new StringBuilder();
    scores.forEach((sha1, rows) -> rows.forEach((fold, row) -> text.append(bits(sha1, fold, row))));
    return Sha256.of(text.toString());
  }

  private static String bits(String sha1, int fold, double[] row) {
    var line = new StringBuilder(sha1).append(' ').append(fold);
    for (double score : row) {
      line.append(' ').append(Long.toHexString(Double.doubleToLongBits(score)));
    }
    return line.append('\n').toString();
  }
}
