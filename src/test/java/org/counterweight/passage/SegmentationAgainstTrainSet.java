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
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;
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

  /** Takes the folder of the train set and that of the corpus it was drawn from. */
  public static void main(String[] args) throws IOException {
    var check = new SegmentationAgainstTrainSet();
    try (var lines = Files.lines(Path.of(args[0], "passages.jsonl"))) {
      lines.forEach(check::sample);
    }
    for (var shard : new ShardFinder(Storage.local()).find(List.of(args[1])).shards()) {
      check.shard(shard);
    }
    check.report();
    System.exit(check.found > 0 && check.strayed == 0 && check.missed().isEmpty() ? 0 : 1);
  }

  private void shard(Shard shard) throws IOException {
    var whole = new Split(shard, 0, 0, shard.bytes());
    try (var reader =
        SplitReader.open(whole, CorpusSettings.defaults(), InputSettings.defaults(), Storage.local())) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Entry.Readable readable) {
          document(shard.path(), readable.row(), readable.text());
        }
      }
    }
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

  /** Looks for the samples of one document. */
  private void document(String shard, long row, String text) {
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

  private List<String> missed() {
    return open.values().stream().flatMap(List::stream).map(Sample::id).sorted().toList();
  }

  private void report() {
    var missed = missed();
    System.out.printf("found %d of %d, spans astray %d%n", found, found + missed.size(), strayed);
    missed.stream().limit(20).forEach(id -> System.out.println("missed " + id));
  }
}
