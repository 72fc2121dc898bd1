package org.counterweight.stance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Reason;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;

/**
 * Labels of passages that are not ours to publish, as a file of tab-separated pointers. {@link #join} reads the texts
 * from the user's own copy of the corpus.
 *
 * @param pointers in the order of the file
 */
public record RealLabels(List<LabelPointer> pointers) {

  private static final int NAMED = 5;

  public RealLabels {
    pointers = List.copyOf(pointers);
  }

  /**
   * Reads a file of pointers.
   *
   * @throws PassageSetException naming file and line where it cannot
   */
  public static RealLabels read(Path file) {
    try {
      return parse(Files.readAllLines(file, StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new PassageSetException("Cannot read labels " + file + ": " + Reason.of(e), e);
    }
  }

  private static RealLabels parse(List<String> lines, Path file) {
    if (lines.isEmpty() || !lines.get(0).equals(LabelPointer.HEADER)) {
      throw new PassageSetException(
          "Cannot read labels " + file + ":1: its columns are not " + LabelPointer.HEADER.replace('\t', ' '));
    }
    var pointers = new ArrayList<LabelPointer>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        pointers.add(LabelPointer.of(lines.get(i)));
      } catch (IllegalArgumentException e) {
        throw new PassageSetException("Cannot read labels " + file + ":" + (i + 1) + ": " + Reason.of(e), e);
      }
    }
    return new RealLabels(pointers);
  }

  /**
   * The labelled passages, in the order of the pointers, each with the label of most of its readers; where two
   * disagree it counts as unsure, for to leave it out would make text look easier than it is. Of the corpus only the
   * shards that they name are read.
   *
   * @param corpus the folder that holds the shards
   * @throws PassageSetException if a passage is not there; it counts those and names the first
   */
  public PassageSet join(Path corpus) {
    var texts = texts(corpus);
    var missing = pointers.stream().filter(pointer -> !texts.containsKey(pointer)).toList();
    if (!missing.isEmpty()) {
      throw new PassageSetException(
          "Cannot join labels with corpus %s: %,d of %,d passages are not in it: %s"
              .formatted(corpus, missing.size(), pointers.size(), named(missing)));
    }
    return new PassageSet(pointers.stream().map(pointer -> pointer.with(texts.get(pointer))).toList(), 0);
  }

  private static String named(List<LabelPointer> missing) {
    var names = missing.stream().limit(NAMED).map(LabelPointer::place).collect(Collectors.joining(", "));
    return (missing.size() > NAMED ? names + ", ..." : names).replaceAll("\\p{Cntrl}", "?");
  }

  private Map<LabelPointer, String> texts(Path corpus) {
    var byShard = pointers.stream().collect(Collectors.groupingBy(LabelPointer::shard));
    var texts = new HashMap<LabelPointer, String>();
    for (var shard : new ShardFinder(Storage.local()).find(List.of(corpus.toString())).shards()) {
      var wanted = byShard.get(shard.path());
      if (wanted != null) {
        texts.putAll(texts(shard, wanted));
      }
    }
    return texts;
  }

  private static Map<LabelPointer, String> texts(Shard shard, List<LabelPointer> wanted) {
    var byRow = wanted.stream().collect(Collectors.groupingBy(LabelPointer::row));
    var texts = new HashMap<LabelPointer, String>();
    var whole = new Split(shard, 0, 0, shard.bytes());
    try (var reader =
        SplitReader.open(whole, CorpusSettings.defaults(), InputSettings.defaults(), Storage.local())) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Entry.Readable readable && byRow.containsKey(readable.row())) {
          var cut = bySha1(readable.text());
          byRow.get(readable.row()).stream()
              .filter(pointer -> cut.containsKey(pointer.sha1()))
              .forEach(pointer -> texts.put(pointer, cut.get(pointer.sha1())));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new PassageSetException("Cannot join labels with shard " + shard.name() + ": " + e.getMessage(), e);
    }
    return texts;
  }

  private static Map<String, String> bySha1(String document) {
    return Segmenter.segment(document).stream()
        .map(Passage::text)
        .collect(Collectors.toMap(Hash::sha1, text -> text, (one, same) -> one));
  }
}
