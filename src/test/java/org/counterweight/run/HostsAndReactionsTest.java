package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.run.MadeParts.Made;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MassSums;
import org.counterweight.virality.MatrixDraws;
import org.counterweight.virality.Reaction;
import org.counterweight.virality.ViralitySettings;
import org.counterweight.work.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchanges that bring together hosts and reactions. */
class HostsAndReactionsTest {

  private static final Engine STREAM = new StreamEngine(Progress.SILENT);
  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(100);
  private static final Estimator ESTIMATOR = new Estimator(new Rough(), SETTINGS);

  @TempDir Path folder;

  /** A classifier that gives the true class 70 %. */
  private record Rough() implements MatrixDraws {
    @Override
    public double[][] point() {
      var matrix = new double[4][4];
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          matrix[j][k] = j == k ? 0.7 : 0.1;
        }
      }
      return matrix;
    }

    @Override
    public double[][] draw(int replicate) {
      return point();
    }

    @Override
    public int[] counts() {
      return new int[] {100, 100, 100, 100};
    }
  }

  private static Made on(String id, long text, String host) {
    return new Made(id, Texts.words(text, 120), host, Double.NaN);
  }

  private static List<Made> mirrored() {
    return List.of(
        on("a1", 1, "x.example"), on("a2", 1, "y.example"), on("a3", 1, "y.example"), on("a4", 1, ""),
        on("b1", 2, "x.example"), on("b2", 2, "x.example"), on("c1", 3, "x.example"), on("d1", 4, ""), on("d2", 4, ""));
  }

  @Test
  void distinctHostsOfAWorkAreCountedWhereverItsCopiesLie() throws IOException {
    for (int hands : new int[] {1, 2, 5}) {
      var hosts = MadeParts.dealt(folder.resolve("h" + hands), mirrored(), hands).hosts(STREAM);
      assertThat(hosts).containsEntry("a1", 2).containsEntry("a3", 2).containsEntry("a4", 2);
      assertThat(hosts).containsEntry("b1", 1).containsEntry("c1", 1).containsEntry("d2", 1).hasSize(9);
    }
  }

  @Test
  void nearCopiesOnOtherHostsCountToo() throws IOException {
    var text = Texts.words(9, 300);
    var documents = List.of(new Made("a", text, "x.example", 1), new Made("b", text + " and one", "y.example", 1));
    assertThat(MadeParts.dealt(folder, documents, 2).hosts(STREAM)).containsEntry("a", 2).containsEntry("b", 2);
  }

  @Test
  void theConcentrationDoesNotDependOnTheParts() throws IOException {
    var one = MadeParts.dealt(folder.resolve("c1"), mirrored(), 1).concentration(STREAM, ESTIMATOR);
    var three = MadeParts.dealt(folder.resolve("c3"), mirrored(), 3).concentration(STREAM, ESTIMATOR);
    assertThat(three).isEqualTo(one);
    assertThat(one.hosts()).isEqualTo(2);
    assertThat(one.doom().judged().one()).isEqualTo(4 / 6.0);
    assertThat(one.doom().judged().ten()).isOne();
    assertThat(one.hosted()).isEqualTo(6 / 9.0);
    var nowhere = List.of(on("d1", 4, ""), on("e1", 5, ""));
    assertThat(MadeParts.dealt(folder.resolve("n"), nowhere, 2).concentration(STREAM, ESTIMATOR))
        .isEqualTo(Concentration.NONE);
  }

  @Test
  void strataDoNotDependOnTheParts() throws IOException {
    var random = new Random(5);
    var documents = new ArrayList<Made>();
    for (int i = 0; i < 90; i++) {
      documents.add(new Made("d" + i, Texts.words(i % 70, 60), "h" + i % 50 + ".example", random.nextInt(30) - 2));
    }
    documents.add(new Made("unscored", Texts.words(500, 60)));
    var none = ESTIMATOR.estimate("corpus", Counts.NONE, new MassSums(SETTINGS.weights()));
    Estimates before = null;
    for (int hands : new int[] {1, 2, 7}) {
      var found = MadeParts.dealt(folder.resolve("s" + hands), documents, hands).strata(STREAM, ESTIMATOR);
      var corpus = found.corpus(none);
      assertThat(corpus).isEqualTo(before == null ? corpus : before);
      before = corpus;
      var stratum = corpus.engagement().strata().get(0);
      assertThat(stratum.carrying()).isEqualTo(90);
      assertThat(stratum.negative()).isPositive();
      assertThat(stratum.judged().ratio().reason()).as("all are judged doom").startsWith("about 0.");
      assertThat(found.parts(Reactions.Scope.SHARD, List.of(none)).get(0).engagement().strata()).isEmpty();
    }
  }

  private static Reaction reaction(int i, int work) {
    return new Reaction(
        "k" + i, "w" + work, "", "s", "made", "", 9, "score", i, new int[] {9, 250_000, 250_000, 250_000, 250_000});
  }

  @Property(seed = "1", tries = 100)
  void ofTooManyWholeWorksAreTakenInAnyOrder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 5, max = 100) int most) {
    var all = new ArrayList<Reaction>();
    for (int i = 0; i < count; i++) {
      all.add(reaction(i, i % 80));
    }
    var carrying = new long[1];
    var taken = Reactions.some(all, most, carrying);
    Collections.shuffle(all, new Random(seed));
    assertThat(Reactions.some(all, most, new long[1])).isEqualTo(taken);
    assertThat(carrying[0]).isEqualTo(count);
    assertThat(taken.size()).isBetween(Math.min(count, most) - 4, Math.min(count, most));
    var works = taken.stream().map(Reaction::work).distinct().toList();
    assertThat(all.stream().filter(one -> works.contains(one.work())).count()).isEqualTo(taken.size());
  }
}
