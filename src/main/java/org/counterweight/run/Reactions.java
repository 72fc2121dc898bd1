package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Reaction;
import org.counterweight.virality.Stratum;
import org.counterweight.virality.StratumEstimator;

/**
 * Brings the reactions of each stratum together, a row a document and field, and derives its figures: of the whole
 * corpus, and of each month and shard in it. All figures of a stratum come from one place, where its documents lie in
 * the order of their keys.
 *
 * @param storage where tagged documents lie
 * @param estimator derives a stratum's figures
 * @param sources those that get strata
 * @param months those that get figures
 */
record Reactions(Storage storage, StratumEstimator estimator, Set<String> sources, Set<String> months)
    implements Engine.Exchange<Located, Reaction, Reactions.Found, Reactions.AllFound> {

  /** Documents that a stratum's figures rest on at most; of more, the works of least hash are taken. */
  static final int MOST = 200_000;

  /** Documents below which a month's or a shard's stratum cannot say anything: ten effective ones on each side. */
  private static final int LEAST = 20;

  /** Which part of the corpus a stratum belongs to. */
  enum Scope {
    CORPUS,
    SHARD,
    MONTH
  }

  /**
   * A stratum of a part of the corpus.
   *
   * @param name of the shard or month; empty for the corpus
   */
  record Found(Scope scope, String name, Stratum stratum) implements Serializable {}

  /** All strata, in no particular order. */
  record AllFound(List<Found> found) implements Serializable {}

  @Override
  public Iterator<Reaction> emit(Located located) throws IOException {
    var reactions = new ArrayList<Reaction>();
    var works = KnownWorks.read(storage, located.works());
    TaggedReader.documents(storage, located, document -> {
      if (document.source().isEmpty() || sources.contains(document.source())) {
        document.engagement().stream()
            .filter(any -> !document.passages().isEmpty())
            .forEach(engagement -> reactions.add(Reaction.of(document, works.of(document).name(), engagement)));
      }
    });
    return reactions.iterator();
  }

  @Override
  public String key(Reaction reaction) {
    return reaction.source().length() + ":" + reaction.source() + reaction.field();
  }

  @Override
  public Iterator<Found> meet(Iterable<Reaction> values) {
    var carrying = new long[1];
    var reactions = some(values, MOST, carrying);
    var found = new ArrayList<Found>();
    found.add(new Found(Scope.CORPUS, "", estimator.estimate(reactions, carrying[0])));
    grouped(reactions, Reaction::shard).forEach((name, group) -> add(found, Scope.SHARD, name, group));
    grouped(reactions, Reaction::month).forEach((name, group) -> {
      if (months.contains(name)) {
        add(found, Scope.MONTH, name, group);
      }
    });
    return found.iterator();
  }

  /**
   * All reactions, or of too many those of the works of least hash; works that stand at the cut are left out whole.
   *
   * @param carrying takes how many there are in all
   */
  static List<Reaction> some(Iterable<Reaction> values, int most, long[] carrying) {
    var some = new PriorityQueue<Reaction>(Comparator.comparingLong(Reactions::lot).reversed());
    for (var value : values) {
      carrying[0]++;
      some.add(value);
      if (some.size() > most + 1) {
        some.remove();
      }
    }
    if (some.size() > most) {
      long cut = lot(some.peek());
      some.removeIf(reaction -> lot(reaction) >= cut);
    }
    return some.stream().sorted(Reaction.ORDER).toList();
  }

  /** What decides whether a work is taken: a hash of its name, so that its copies go together. */
  private static long lot(Reaction reaction) {
    long hash = 0x9e3779b97f4a7c15L;
    for (int i = 0; i < reaction.work().length(); i++) {
      hash = (hash ^ reaction.work().charAt(i)) * 0xbf58476d1ce4e5b9L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static Map<String, List<Reaction>> grouped(List<Reaction> reactions, Function<Reaction, String> by) {
    var groups = new TreeMap<String, List<Reaction>>();
    reactions.forEach(reaction -> groups.computeIfAbsent(by.apply(reaction), any -> new ArrayList<>()).add(reaction));
    return groups;
  }

  private void add(List<Found> found, Scope scope, String name, List<Reaction> group) {
    if (group.size() >= LEAST) {
      found.add(new Found(scope, name, estimator.estimate(group, group.size())));
    }
  }

  @Override
  public int destination(Found found) {
    return 0;
  }

  @Override
  public AllFound deliver(int destination, Iterable<Found> words) {
    var all = new ArrayList<Found>();
    words.forEach(all::add);
    return new AllFound(all);
  }
}
