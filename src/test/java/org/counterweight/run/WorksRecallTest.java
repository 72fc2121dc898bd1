package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.counterweight.run.MadeParts.Made;
import org.counterweight.work.BruteForce;
import org.counterweight.work.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works against the true Jaccard index of every pair, on texts that were changed, cut, or framed by others. */
class WorksRecallTest {

  private static final double THRESHOLD = 0.8;

  @TempDir Path folder;
  private final List<Made> documents = new ArrayList<>();
  private List<BruteForce.Pair> pairs;
  private List<String> works;

  @BeforeEach
  void cluster() throws IOException {
    var random = new Random(5);
    for (int i = 0; i < 400; i++) {
      var text = Texts.words(i, (int) (15 * Math.exp(random.nextDouble() * 5)));
      var words = text.split(" ");
      int part = (int) (words.length * random.nextDouble() * 0.25);
      documents.add(new Made("t" + i, text));
      documents.add(new Made("changed" + i, changed(words, part / 6, random)));
      documents.add(new Made("cut" + i, String.join(" ", Arrays.asList(words).subList(part, words.length))));
      documents.add(
          new Made("framed" + i, "<nav>" + Texts.words(-1, part / 2) + "</nav>" + text + Texts.words(-2, part / 2)));
    }
    pairs = new BruteForce(documents.stream().map(Made::text).toList()).pairs(0.05);
    var byId = MadeParts.dealt(folder, documents, 5).works(new StreamEngine(Progress.SILENT), THRESHOLD);
    works = documents.stream().map(document -> byId.get(document.id())).toList();
  }

  private static String changed(String[] words, int times, Random random) {
    var changed = words.clone();
    for (int i = 0; i < times; i++) {
      changed[random.nextInt(changed.length)] = "changed" + i;
    }
    return String.join(" ", changed);
  }

  private boolean together(BruteForce.Pair pair) {
    return works.get(pair.one()).equals(works.get(pair.other()));
  }

  private double share(double least, double most) {
    var within = pairs.stream().filter(pair -> pair.jaccard() >= least && pair.jaccard() < most).toList();
    assertThat(within).hasSizeGreaterThan(100);
    return within.stream().filter(this::together).count() / (double) within.size();
  }

  @Test
  void copiesAreFoundAndOthersAreNot() {
    assertThat(share(0.9, 1.01)).isGreaterThan(0.98);
    assertThat(share(0.8, 0.9)).isGreaterThan(0.85);
    assertThat(share(0.05, 0.6)).isZero();
    long below = pairs.stream().filter(pair -> together(pair) && pair.jaccard() < THRESHOLD).count();
    assertThat(below / (double) pairs.stream().filter(this::together).count()).isLessThan(0.2);
  }

  @Test
  void pairsThatShareNothingAreNeverOneWork() {
    var sizes = new HashMap<String, Integer>();
    works.forEach(work -> sizes.merge(work, 1, Integer::sum));
    long inWorks = sizes.values().stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
    assertThat(pairs.stream().filter(this::together).count()).isEqualTo(inWorks);
  }
}
