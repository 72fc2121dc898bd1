package org.counterweight.passage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterweight.corpus.Words;

/**
 * Checks that our cuts are those that the train set was drawn from: each of its passages must be one of the passages of
 * its document, character for character. Run by hand, on data that is not part of the project.
 */
final class SegmentationAgainstTrainSet {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A passage of the train set, and where it comes from. */
  private record Sample(String id, String shard, long row, String text) {}

  /** By {@code shard:row}: the samples not yet found. */
  private final Map<String, List<Sample>> open = new HashMap<>();

  private int found;
  private int strayed;

  /** Takes the train set's passages.jsonl and documents as JSON lines of {@code shard, row, text}. */
  public static void main(String[] args) throws IOException {
    var check = new SegmentationAgainstTrainSet();
    try (var lines = Files.lines(Path.of(args[0]))) {
      lines.forEach(check::sample);
    }
    try (var lines = Files.lines(Path.of(args[1]))) {
      lines.forEach(check::line);
    }
    check.report();
  }

  private void sample(String line) {
    try {
      var node = JSON.readTree(line);
      var sample =
          new Sample(
              node.get("id").asText(), node.get("shard").asText(), node.get("row").asLong(), node.get("text").asText());
      open.computeIfAbsent(sample.shard() + ':' + sample.row(), key -> new ArrayList<>()).add(sample);
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read train-set passage: " + e.getMessage(), e);
    }
  }

  private void line(String line) {
    try {
      var node = JSON.readTree(line);
      document(node.get("shard").asText(), node.get("row").asLong(), node.get("text").asText());
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read document: " + e.getMessage(), e);
    }
  }

  /** Looks for the samples of one document; a corpus reader may call it in place of {@link #line}. */
  void document(String shard, long row, String text) {
    var samples = open.get(shard + ':' + row);
    if (samples == null) {
      return;
    }
    var ours = Segmenter.segment(text);
    strayed += (int) ours.stream().filter(passage -> strays(text, passage)).count();
    var texts = ours.stream().map(Passage::text).collect(Collectors.toCollection(HashSet::new));
    int before = samples.size();
    samples.removeIf(sample -> texts.contains(sample.text()));
    found += before - samples.size();
  }

  /** Whether the original's span does not read as the passage does, white space apart; markup cannot be compared so. */
  private static boolean strays(String text, Passage passage) {
    if (Tags.mark(text)) {
      return false;
    }
    int from = text.offsetByCodePoints(0, passage.start());
    int to = text.offsetByCodePoints(from, passage.end() - passage.start());
    return !spaced(text.substring(from, to)).equals(spaced(passage.text()));
  }

  private static String spaced(String text) {
    var spaced = new StringBuilder();
    text.chars().forEach(c -> spaced.append(Words.isSpace(c) ? ' ' : (char) c));
    return spaced.toString().replaceAll(" +", " ");
  }

  void report() {
    var missed = open.values().stream().flatMap(List::stream).map(Sample::id).sorted().toList();
    System.out.printf("found %d of %d, spans astray %d%n", found, found + missed.size(), strayed);
    missed.stream().limit(20).forEach(id -> System.out.println("missed " + id));
  }
}
