package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HostsTest {

  private static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);

  /** Doom works have four copies on so many hosts; the others one. */
  private static MassSums corpus(ViralitySettings settings, int hosts) {
    var sums = Documents.sums(settings);
    for (int w = 0; w < 40; w++) {
      for (int c = 0; c < 4; c++) {
        sums.add(Documents.of(100, Documents.DOOM), 4, hosts, settings.weights().of("d" + w));
      }
    }
    Documents.addWorks(sums, "t", 40, 1, Documents.of(100, Documents.TRACTABLE));
    Documents.addWorks(sums, "n", 100, 1, Documents.of(100, Documents.NEUTRAL));
    return sums;
  }

  private static Estimates estimate(ViralitySettings settings, MassSums sums) {
    return new Estimator(FixedMatrix.SHARP, settings).estimate("corpus", Counts.NONE, sums);
  }

  @Test
  void hostsCountInPlaceOfCopies() {
    var estimates = estimate(SETTINGS, corpus(SETTINGS, 2));
    assertThat(estimates.vHosts().value()).isCloseTo(2, within(0.06));
    assertThat(estimates.vCopies().value()).isCloseTo(4, within(0.25));
    assertThat(estimates.vHostsRaw().value()).isBetween(1.5, estimates.vHosts().value());
    assertThat(estimates.vHostsRaw().reason()).startsWith("as judged");
    assertThat(estimate(SETTINGS, corpus(SETTINGS, 4)).vHosts().value())
        .isCloseTo(estimates.vCopies().value(), within(0.01));
  }

  @Test
  void copiesOnOneHostSayNothingOfHosts() {
    var estimates = estimate(SETTINGS, corpus(SETTINGS, 1));
    assertThat(estimates.vHosts().reason()).isEqualTo("no work is known to stand on two hosts");
    assertThat(estimates.vCopies().identifiable()).isTrue();
  }

  @Test
  void whatHidesCopiesHidesHosts() {
    var sampled = SETTINGS.withSampled(0.5);
    assertThat(estimate(sampled, corpus(sampled, 2)).vHosts().reason()).contains("thinning");
    var deduplicated = SETTINGS.withDeduplicated(true);
    assertThat(estimate(deduplicated, corpus(deduplicated, 2)).vHosts().reason()).contains("declared deduplicated");
  }

  @Property(seed = "1", tries = 50)
  void hostsAddUpOverAnySplit(@ForAll long seed, @ForAll @IntRange(max = 30) int cut) {
    var weights = SETTINGS.weights();
    var random = new Random(seed);
    var whole = new MassSums(weights);
    var parts = List.of(new MassSums(weights), new MassSums(weights));
    for (int i = 0; i < 30; i++) {
      int copies = 1 + random.nextInt(5);
      int hosts = 1 + random.nextInt(copies);
      var document = Documents.of(1 + random.nextInt(99), Documents.DOOM, Documents.NEUTRAL);
      whole.add(document, copies, hosts, weights.of("w" + i));
      parts.get(i < cut ? 0 : 1).add(document, copies, hosts, weights.of("w" + i));
    }
    assertThat(parts.get(1).plus(parts.get(0))).isEqualTo(whole).hasSameHashCodeAs(whole);
    double[] works = whole.at(Level.WORKS, 0);
    double[] hosts = whole.at(Level.HOSTS, 0);
    double[] documents = whole.at(Level.DOCUMENTS, 0);
    for (int k = 0; k < 4; k++) {
      assertThat(hosts[k]).isBetween(works[k] - 1e-9, documents[k] + 1e-3);
    }
  }

  @Test
  void moreHostsThanCopiesAreRefused() {
    var sums = Documents.sums(SETTINGS);
    var document = Documents.of(9, Documents.DOOM);
    assertThatThrownBy(() -> sums.add(document, 2, 3, SETTINGS.weights().of("w"))).hasMessageContaining("3 hosts");
    assertThatThrownBy(() -> sums.add(document, 2, 0, SETTINGS.weights().of("w"))).hasMessageContaining("0 hosts");
  }

  /** Against sorting all of them. */
  @Property(seed = "1", tries = 100)
  void theConcentrationIsThatOfTheSortedHosts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int count) {
    var random = new Random(seed);
    var hosts = new ArrayList<long[]>();
    for (int h = 0; h < count; h++) {
      long scale = (long) Math.exp(3 * random.nextGaussian() + 15);
      hosts.add(new long[] {scale / (1 + random.nextInt(9)), scale / 3, scale, h});
    }
    var order = new ArrayList<>(hosts);
    Collections.shuffle(order, random);
    var masses = new HostMasses();
    order.forEach(host -> masses.add("h" + host[3], host));
    masses.add("", new long[] {5, 5, 5, 5});
    var found = new Estimator(FixedMatrix.SHARP, SETTINGS).concentration(masses);
    hosts.sort(Comparator.comparingLong((long[] host) -> -host[0]));
    double all = sum(hosts, count);
    var judged = found.doom().judged();
    assertThat(judged.one()).isCloseTo(hosts.get(0)[0] / all, within(1e-9));
    assertThat(judged.ten()).isCloseTo(sum(hosts, 10) / all, within(1e-9));
    double percent = sum(hosts, (count + 99) / 100) / all;
    assertThat(judged.percent()).isCloseTo(percent, within(0.011 * percent));
    assertThat(found.hosts()).isEqualTo(count);
    assertThat(found.tractable().judged().one()).isBetween(judged.one() / 10, 1.0);
    assertThat(found.doom().corrected().ten()).isBetween(0.0, 1.0);
  }

  private static double sum(List<long[]> hosts, int count) {
    return hosts.stream().limit(count).mapToDouble(host -> host[0]).sum();
  }

  @Test
  void noHostsHaveNoConcentration() {
    var masses = new HostMasses();
    masses.add("", new long[] {5, 5, 5, 5});
    assertThat(new Estimator(FixedMatrix.SHARP, SETTINGS).concentration(masses)).isEqualTo(Concentration.NONE);
  }
}
