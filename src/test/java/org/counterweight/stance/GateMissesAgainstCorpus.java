package org.counterweight.stance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;

/**
 * Counts anew, in the corpus that was read, what {@code gate-misses.tsv} says of admitted passages. Run by hand, on
 * data that is not part of the project.
 */
final class GateMissesAgainstCorpus {

  private final Gate gate = Gate.reading(Set.of("en"));

  /** The random draws of real.tsv, by shard, row and SHA-1 of their text. */
  private final Map<String, Stance> random = new HashMap<>();

  /** By stratum: passages admitted, those of them labelled, and of these doom, tractable, other, not_ai. */
  private final Map<String, int[]> counted = new TreeMap<>();

  /** Takes the labels' file and the folder of the corpus. */
  public static void main(String[] args) throws IOException {
    var count = new GateMissesAgainstCorpus();
    for (var pointer : RealLabels.read(Path.of(args[0])).pointers()) {
      if (pointer.draw() == Draw.RANDOM) {
        count.random.put(pointer.place() + ' ' + pointer.sha1(), pointer.settled());
      }
    }
    for (var shard : new ShardFinder(Storage.local()).find(List.of(args[1])).shards()) {
      count.shard(shard);
    }
    long agreeing = GateMisses.shipped().strata().stream().filter(count::agrees).count();
    boolean same = agreeing == GateMisses.shipped().strata().size();
    System.out.println(same ? "gate-misses.tsv agrees with the corpus" : "gate-misses.tsv is not of this corpus");
    System.exit(same ? 0 : 1);
  }

  private void shard(Shard shard) throws IOException {
    var stratum = GateMisses.shipped().strata().stream().filter(one -> shard.path().startsWith(one.name())).findFirst();
    if (stratum.isEmpty()) {
      return;
    }
    int[] counts = counted.computeIfAbsent(stratum.get().name(), name -> new int[2 + StanceClass.COUNT]);
    var whole = new Split(shard, 0, 0, shard.bytes());
    try (var reader = SplitReader.open(whole, CorpusSettings.defaults(), InputSettings.defaults(), Storage.local())) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Entry.Readable readable && gate.reads(readable.text())) {
          var place = shard.path() + ':' + readable.row();
          Segmenter.segment(readable.text()).forEach(passage -> passage(place, passage, counts));
        }
      }
    }
  }

  private void passage(String place, Passage passage, int[] counts) {
    if (gate.admits(passage.text())) {
      counts[0]++;
      var label = random.get(place + ' ' + Hash.sha1(passage.text()));
      if (label != null) {
        counts[1]++;
        counts[2 + StanceClass.of(label).ordinal()]++;
      }
    }
  }

  private boolean agrees(GateMisses.Stratum stratum) {
    int[] counts = counted.getOrDefault(stratum.name(), new int[2 + StanceClass.COUNT]);
    var found = List.of(counts[2], counts[3], counts[4]);
    System.out.println(stratum.name() + ": admitted " + counts[0] + ", labelled " + counts[1] + ", found " + found);
    return counts[0] == stratum.admitted() && counts[1] == stratum.labelled() && found.equals(stratum.found());
  }
}
