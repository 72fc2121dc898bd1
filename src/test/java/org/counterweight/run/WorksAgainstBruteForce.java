package org.counterweight.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.ShardFinder;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Segmenter;
import org.counterweight.work.Bands;
import org.counterweight.work.BruteForce;
import org.counterweight.work.Leaders;
import org.counterweight.work.Match;
import org.counterweight.work.Sketch;
import org.counterweight.work.TextId;

/**
 * Compares the works with the Jaccard index of every pair of documents, computed from all shingles: of documents
 * that pass the gate, and of the same with as many made near-copies among them. Run by hand, on a corpus of one's own.
 */
final class WorksAgainstBruteForce {

  private static final double THRESHOLD = 0.8;
  private static final double[] BINS = {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.01};

  private final List<String> texts;
  private final BruteForce truth;

  private WorksAgainstBruteForce(List<String> texts) {
    this.texts = texts;
    truth = new BruteForce(texts);
  }

  /** Takes the folder of a corpus and the number of documents. */
  public static void main(String[] args) throws IOException {
    var texts = gated(args[0], Integer.parseInt(args[1]));
    System.out.printf("%,d gated documents%n", texts.size());
    new WorksAgainstBruteForce(texts).report();
    texts.addAll(nearCopies(texts, new Random(1)));
    System.out.printf("%n%,d documents, half of them made near-copies of the others%n", texts.size());
    new WorksAgainstBruteForce(texts).report();
  }

  /** Documents that pass the gate, from all shards in turn. */
  private static List<String> gated(String corpus, int count) throws IOException {
    var gate = Gate.reading(Set.of("en"));
    var byShard = new ArrayList<List<String>>();
    for (var shard : new ShardFinder(Storage.local()).find(List.of(corpus)).shards()) {
      byShard.add(gated(shard, gate, count));
    }
    var texts = new ArrayList<String>();
    for (int row = 0; row < count && texts.size() < count; row++) {
      for (var shard : byShard) {
        if (row < shard.size() && texts.size() < count) {
          texts.add(shard.get(row));
        }
      }
    }
    return texts;
  }

  private static List<String> gated(Shard shard, Gate gate, int count) throws IOException {
    var texts = new ArrayList<String>();
    try (var reader =
        SplitReader.open(
            new Split(shard, 0, 0, shard.bytes()), CorpusSettings.defaults(), InputSettings.defaults(),
            Storage.local())) {
      while (reader.hasNext() && texts.size() < count) {
        if (reader.next() instanceof Entry.Readable entry
            && gate.reads(entry.text())
            && gate.scan(entry.text()).admitted()
            && Segmenter.segment(entry.text()).stream().anyMatch(passage -> gate.admits(passage.text()))) {
          texts.add(entry.text());
        }
      }
    }
    return texts;
  }

  /** One for each text: words changed, an end cut off, or another text around it, more or less of it. */
  private static List<String> nearCopies(List<String> texts, Random random) {
    var copies = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      var words = texts.get(i).split("\\s+");
      var other = texts.get(random.nextInt(texts.size())).split("\\s+");
      double share = Math.pow(random.nextDouble(), 2) * 0.3;
      int part = (int) (share * words.length);
      copies.add(
          switch (i % 3) {
            case 0 -> changed(words, share / 5, random);
            case 1 -> String.join(" ", Arrays.asList(words).subList(0, words.length - part));
            default ->
                "<p>" + String.join(" ", words) + "</p> "
                    + String.join(" ", Arrays.asList(other).subList(0, Math.min(part, other.length)));
          });
    }
    return copies;
  }

  private static String changed(String[] words, double share, Random random) {
    var changed = words.clone();
    for (int i = 0; i < changed.length; i++) {
      if (random.nextDouble() < share) {
        changed[i] = "word" + random.nextInt(1000);
      }
    }
    return String.join(" ", changed);
  }

  private void report() throws IOException {
    var pairs = truth.pairs(BINS[0]);
    var bands = Bands.of(THRESHOLD);
    var sketches = texts.stream().map(Sketch::of).toList();
    var works = works();
    int[] all = new int[BINS.length];
    int[] met = new int[BINS.length];
    int[] verified = new int[BINS.length];
    int[] together = new int[BINS.length];
    for (var pair : pairs) {
      int bin = 0;
      while (pair.jaccard() >= BINS[bin + 1]) {
        bin++;
      }
      all[bin]++;
      if (meet(bands, sketches.get(pair.one()), sketches.get(pair.other()))) {
        met[bin]++;
        verified[bin] += sketches.get(pair.one()).jaccard(sketches.get(pair.other())) >= THRESHOLD ? 1 : 0;
      }
      together[bin] += works.get(pair.one()).equals(works.get(pair.other())) ? 1 : 0;
    }
    System.out.println("true J       pairs      meet  verified  one work");
    for (int bin = 0; bin < BINS.length - 1; bin++) {
      double n = Math.max(1, all[bin]);
      System.out.printf(
          Locale.ROOT, "%.2f-%.2f %,9d  %8.4f  %8.4f  %8.4f%n", BINS[bin], Math.min(1, BINS[bin + 1]), all[bin],
          met[bin] / n, verified[bin] / n, together[bin] / n);
    }
    int from = 4;
    rates("verified pairs", sum(verified, from), sum(verified, 0), sum(all, from));
    rates("pairs of one work", sum(together, from), sameWork(works), sum(all, from));
    var ideal = ideal(pairs);
    int joined = (int) pairs.stream()
        .filter(pair -> pair.jaccard() >= THRESHOLD && ideal.get(pair.one()).equals(ideal.get(pair.other())))
        .count();
    rates("the same rule on all true pairs", joined, sameWork(ideal), sum(all, from));
    long alike = works.stream().distinct().count();
    System.out.printf(Locale.ROOT, "%d works, %d by that rule; ", alike, ideal.stream().distinct().count());
    System.out.printf(Locale.ROOT, "least true J within a work %.3f%n", least(works));
  }

  private static void rates(String what, int right, int found, int all) {
    System.out.printf(
        Locale.ROOT, "%s: recall %.4f (%d of %d), precision %.4f (%d of %d)%n", what, right / (double) all, right, all,
        right / (double) found, right, found);
  }

  private static int sum(int[] counts, int from) {
    return Arrays.stream(counts, from, counts.length).sum();
  }

  private static boolean meet(Bands bands, Sketch one, Sketch other) {
    var others = bands.signatures(other);
    return bands.signatures(one).stream()
        .flatMapToLong(signature -> Arrays.stream(signature.bands()))
        .anyMatch(band -> others.stream().flatMapToLong(o -> Arrays.stream(o.bands())).anyMatch(b -> b == band));
  }

  private List<String> works() throws IOException {
    var documents = new ArrayList<MadeParts.Made>();
    for (int i = 0; i < texts.size(); i++) {
      documents.add(new MadeParts.Made("d" + i, texts.get(i)));
    }
    var folder = Files.createTempDirectory("works");
    var works = MadeParts.dealt(folder, documents, 7).works(new StreamEngine(Progress.SILENT), THRESHOLD);
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
    return documents.stream().map(document -> works.get(document.id())).toList();
  }

  /** The works that the rule makes of all true pairs: no meeting missed, no estimate. */
  private List<String> ideal(List<BruteForce.Pair> pairs) {
    var ids = texts.stream().map(text -> TextId.of(Cache.sha256(text))).toList();
    var matches = new ArrayList<Match>();
    for (var pair : pairs) {
      int order = ids.get(pair.one()).compareTo(ids.get(pair.other()));
      if (pair.jaccard() >= THRESHOLD && order != 0) {
        matches.add(
            order > 0
                ? new Match(ids.get(pair.one()), ids.get(pair.other()))
                : new Match(ids.get(pair.other()), ids.get(pair.one())));
      }
    }
    var leaders = Leaders.of(matches);
    return ids.stream().map(id -> leaders.getOrDefault(id, id).name()).toList();
  }

  private static int sameWork(List<String> works) {
    var sizes = new HashMap<String, Integer>();
    works.forEach(work -> sizes.merge(work, 1, Integer::sum));
    return sizes.values().stream().mapToInt(size -> size * (size - 1) / 2).sum();
  }

  private double least(List<String> works) {
    var byWork = new HashMap<String, List<Integer>>();
    for (int i = 0; i < works.size(); i++) {
      byWork.computeIfAbsent(works.get(i), any -> new ArrayList<>()).add(i);
    }
    double least = 1;
    for (var work : byWork.values()) {
      for (int i : work) {
        for (int j : work) {
          least = i == j || texts.get(i).equals(texts.get(j)) ? least : Math.min(least, truth.jaccard(i, j));
        }
      }
    }
    return least;
  }
}
