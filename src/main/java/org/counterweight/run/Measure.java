package org.counterweight.run;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.PoissonWeights;

/**
 * Sums up the masses of one shard, its sources and its months, and finishes the shard's own figures.
 *
 * @param storage where tagged documents lie
 * @param estimator derives figures from sums
 * @param weights the replicates' weights
 * @param sources names that get figures of their own
 * @param months likewise
 */
record Measure(
    Storage storage, Estimator estimator, PoissonWeights weights, Set<String> sources, Set<String> months)
    implements Engine.Task<List<Located>, Measured> {

  @Override
  public Measured run(List<Located> shard) throws IOException {
    var corpus = new MassSums(weights);
    var bySource = new TreeMap<String, MassSums>();
    var byMonth = new TreeMap<String, MassSums>();
    for (var located : shard) {
      var copies = Works.read(storage, located.works());
      TaggedReader.documents(storage, located, document -> {
        var work = Works.work(document);
        int present = copies.getOrDefault(work, 1);
        corpus.add(document, work, present);
        add(bySource, sources, document.source(), document, present);
        add(byMonth, months, document.month(), document, present);
      });
    }
    var counts = shard.stream().map(located -> located.part().counts()).reduce(Counts.NONE, Counts::plus);
    var estimates = estimator.estimate(shard.get(0).shard(), counts, corpus);
    return new Measured(corpus, bySource, byMonth, List.of(new Measured.Shard(shard.get(0).index(), estimates)));
  }

  private void add(
      TreeMap<String, MassSums> sums, Set<String> named, String name, TaggedDocument document, int present) {
    if (named.contains(name)) {
      sums.computeIfAbsent(name, any -> new MassSums(weights)).add(document, Works.work(document), present);
    }
  }
}
