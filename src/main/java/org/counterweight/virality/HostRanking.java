package org.counterweight.virality;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterweight.virality.Concentration.Held;
import org.counterweight.virality.Concentration.Top;

/**
 * Ranks hosts by one stance's judged mass in bounded memory: the first ten by name, all of them in buckets of 1 %. The
 * order in which hosts come does not matter.
 */
final class HostRanking {

  private static final int TEN = 10;

  private record Host(String name, long[] mass) {}

  /** Hosts of nearly one mass. */
  private static final class Bucket {
    private long hosts;
    private final long[] mass = new long[ClassShares.CLASSES];
  }

  private final int stance;
  private final TreeSet<Host> first;
  private final NavigableMap<Integer, Bucket> buckets = new TreeMap<>(Comparator.reverseOrder());
  private final long[] total = new long[ClassShares.CLASSES];
  private long hosts;

  /** Ranks by the mass of class 0 (doom) or 1 (tractable). */
  HostRanking(int stance) {
    this.stance = stance;
    first = new TreeSet<>(
        Comparator.comparingLong((Host host) -> -host.mass[stance]).thenComparing(Host::name));
  }

  /** Adds a host that was not added before, with its judged mass of each class. */
  void add(String name, long[] mass) {
    hosts++;
    first.add(new Host(name, mass));
    if (first.size() > TEN) {
      first.pollLast();
    }
    var bucket = buckets.computeIfAbsent(ReactionBuckets.bucket(mass[stance]), any -> new Bucket());
    bucket.hosts++;
    for (int k = 0; k < mass.length; k++) {
      bucket.mass[k] = Math.addExact(bucket.mass[k], mass[k]);
      total[k] = Math.addExact(total[k], mass[k]);
    }
  }

  long hosts() {
    return hosts;
  }

  long[] total() {
    return total;
  }

  /** What the first hold, as judged and by these weights of the judged classes; null for no correction. */
  Held held(double[] weights) {
    var asJudged = new double[ClassShares.CLASSES];
    asJudged[stance] = 1;
    return new Held(top(asJudged), weights == null ? Top.NONE : top(weights));
  }

  private Top top(double[] weights) {
    double all = ReactionBuckets.weighted(weights, total);
    if (!(all > 0)) {
      return Top.NONE;
    }
    double one = first.isEmpty() ? 0 : ReactionBuckets.weighted(weights, first.first().mass);
    double ten = 0;
    for (var host : first) {
      ten += ReactionBuckets.weighted(weights, host.mass);
    }
    return new Top(share(one / all), share(ten / all), share(percent(weights) / all));
  }

  private double percent(double[] weights) {
    long left = (hosts + 99) / 100;
    double sum = 0;
    for (var bucket : buckets.values()) {
      long taken = Math.min(left, bucket.hosts);
      sum += ReactionBuckets.weighted(weights, bucket.mass) * taken / bucket.hosts;
      left -= taken;
    }
    return sum;
  }

  private static double share(double share) {
    return Math.min(1, Math.max(0, share));
  }
}
