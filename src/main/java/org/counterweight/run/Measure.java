package org.counterweight.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.ReplicatesFile;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.PoissonWeights;

/**
 * Sums up the masses of one shard, its sources and its months, and finishes the shard's own figures.
 *
 * @param storage where tagged documents lie
 * @param staging the run's staging folder, where the shard's replicates are kept
 * @param estimator derives figures from sums
 * @param weights the replicates' weights
 * @param sources names that get figures of their own
 * @param months likewise
 */
record Measure(
    Storage storage,
    String staging,
    Estimator estimator,
    PoissonWeights weights,
    Set<String> sources,
    Set<String> months)
    implements Engine.Task<List<Located>, Measured> {

  @Override
  public Measured run(List<Located> shard) throws IOException {
    var corpus = new MassSums(weights);
    var bySource = new TreeMap<String, MassSums>();
    var byMonth = new TreeMap<String, MassSums>();
    var content = new ContentDigest();
    var drawn = new long[weights.replicates() + 1];
    for (var located : shard) {
      var works = KnownWorks.read(storage, located.works());
      TaggedReader.documents(storage, located, document -> {
        content.add(document);
        var work = works.of(document);
        int present = work.copies();
        weights.fill(work.name(), drawn);
        corpus.add(document, present, work.hosts(), drawn);
        named(bySource, sources, document.source()).ifPresent(sums -> sums.add(document, present, work.hosts(), drawn));
        named(byMonth, months, document.month()).ifPresent(sums -> sums.add(document, present, work.hosts(), drawn));
      });
    }
    var counts = shard.stream().map(located -> located.part().counts()).reduce(Counts.NONE, Counts::plus);
    var first = shard.get(0);
    var measured = estimator.measure(first.shard(), counts, corpus);
    var kept = measured.kept(content.hex(), weights);
    var file = ReplicatesFile.write(storage, new Path(staging), first.index(), kept);
    var finished = new Measured.Shard(first.index(), measured.estimates(), kept.content(), file);
    return new Measured(corpus, bySource, byMonth, List.of(finished));
  }

  private Optional<MassSums> named(TreeMap<String, MassSums> sums, Set<String> names, String name) {
    return names.contains(name)
        ? Optional.of(sums.computeIfAbsent(name, any -> new MassSums(weights)))
        : Optional.empty();
  }
}
