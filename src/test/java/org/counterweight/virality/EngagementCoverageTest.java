package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.counterweight.virality.Scenario.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Made worlds of known truth, with few draws: of 60 intervals that hold the truth 19 times in 20, fewer than 51 do in
 * one of a thousand runs, while of intervals of half the length 40 would. {@code scripts/simulate} makes the whole
 * table.
 */
class EngagementCoverageTest {

  private static final int DRAWS = Integer.getInteger("counterweight.coverage.draws", 200) * 3 / 10;

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "CONFOUNDED"})
  void intervalsHoldTheGeneratorsParameters(Scenario scenario) {
    var answers = scenario.draws(DRAWS);
    for (var asked : scenario.asked().subList(0, 4)) {
      var record = Record.of(answers, asked.truth(), asked.figures());
      assertThat(record.coverage()).as("%s %s %s", scenario, asked.name(), record).isGreaterThanOrEqualTo(0.85);
      assertThat(record.refused()).as("%s %s %s", scenario, asked.name(), record).isLessThanOrEqualTo(0.1);
      assertThat(record.bias()).as("%s %s %s", scenario, asked.name(), record).isBetween(-0.08, 0.08);
      assertThat(Math.exp(record.length())).as("it says something").isLessThan(4);
    }
    var judged = scenario.asked().get(4);
    assertThat(Record.of(answers, judged.truth(), judged.figures()).coverage()).as("as judged").isLessThan(0.95);
  }

  @Test
  void doomOnASiteOfManyReadersIsNoEffectOfDoom() {
    double pooled = 0;
    double combined = 0;
    for (var answer : Scenario.CONFOUNDED.draws(20)) {
      pooled += answer.pooledRatio() / 20;
      combined += StrictMath.log(answer.estimates().vEngagement().value()) / 20;
    }
    assertThat(pooled).isBetween(2.6, 3.5);
    assertThat(StrictMath.exp(combined)).isCloseTo(1, within(0.12));
  }

  @Test
  void aTenthOfACorpusCannotTellViralityButMultiplicity() {
    double truth = Scenario.SAMPLE.world().trueMultiplicity();
    assertThat(truth).isCloseTo(2, within(0.1));
    var answers = Scenario.SAMPLE.draws(20);
    assertThat(answers).noneMatch(answer -> answer.estimates().vCopies().identifiable());
    assertThat(answers).allMatch(answer -> answer.estimates().vCopies().reason().contains("thinning"));
    var record = Record.of(answers, truth, answer -> Stream.of(answer.multiplicity()));
    assertThat(record.coverage()).isGreaterThanOrEqualTo(0.8);
    assertThat(record.bias()).isBetween(-0.15, 0.15);
  }
}
