package org.counterweight.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LeadersTest {

  private static TextId text(int number) {
    return new TextId(number, 0);
  }

  private static Match match(int member, int hub) {
    return new Match(text(member), text(hub));
  }

  @Test
  void theTextWithMostPairsLeadsThem() {
    assertThat(Leaders.of(List.of(match(5, 3), match(5, 2), match(9, 5), match(9, 1), match(3, 2))))
        .isEqualTo(Map.of(text(2), text(5), text(3), text(5), text(5), text(5), text(9), text(5)));
    assertThat(Leaders.of(List.of(match(5, 3)))).isEqualTo(Map.of(text(3), text(3), text(5), text(3)));
    assertThat(Leaders.of(List.of())).isEmpty();
  }

  @Test
  void chainsDoNotGrow() {
    var chain = new ArrayList<Match>();
    for (int i = 1; i < 100; i++) {
      chain.add(match(i, i - 1));
    }
    var leaders = Leaders.of(chain);
    assertThat(leaders).hasSize(99).doesNotContainKey(text(99));
    assertThat(leaders).containsEntry(text(0), text(1)).containsEntry(text(2), text(1));
    assertThat(leaders).containsEntry(text(98), text(97));
    leaders.forEach((member, leader) -> assertThat(Math.abs(member.high() - leader.high())).isLessThanOrEqualTo(1));
  }

  @Test
  void namesAreHexadecimalAndOrderedAsSuch() {
    var id = TextId.of("ff00000000000001" + "000000000000000a" + "0".repeat(32));
    assertThat(id.name()).isEqualTo("ff00000000000001000000000000000a");
    assertThat(id).isGreaterThan(TextId.of("0f" + "f".repeat(62)));
    assertThatThrownBy(() -> new Match(text(1), text(1))).hasMessageContaining("not below it");
  }

  @Provide
  Arbitrary<List<Match>> matches() {
    var number = Arbitraries.integers().between(0, 30);
    return Combinators.combine(number, number)
        .as((a, b) -> a.equals(b) ? match(a + 1, b) : match(Math.max(a, b), Math.min(a, b)))
        .list()
        .ofMaxSize(60);
  }

  @Property(seed = "1")
  void everyTextIsVerifiedAgainstItsLeaderAndNoTwoLeadersAreAPair(@ForAll("matches") List<Match> matches) {
    var leaders = Leaders.of(matches);
    Set<Match> verified = new HashSet<>(matches);
    leaders.forEach(
        (member, leader) -> {
          assertThat(leaders.get(leader)).isEqualTo(leader);
          var both = List.of(member, leader);
          boolean paired =
              verified.stream().anyMatch(match -> List.of(match.member(), match.hub()).containsAll(both));
          assertThat(member.equals(leader) || paired).isTrue();
        });
    for (var match : matches) {
      boolean bothLead =
          leaders.getOrDefault(match.member(), match.member()).equals(match.member())
              && leaders.getOrDefault(match.hub(), match.hub()).equals(match.hub());
      assertThat(bothLead).isFalse();
    }
  }

  @Property(seed = "1")
  void theOrderOfPairsDoesNotMatter(@ForAll("matches") List<Match> matches, @ForAll Random random) {
    var shuffled = new ArrayList<>(matches);
    Collections.shuffle(shuffled, random);
    shuffled.addAll(matches);
    assertThat(Leaders.of(shuffled)).isEqualTo(Leaders.of(matches));
  }
}
