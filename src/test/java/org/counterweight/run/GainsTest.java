package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterweight.plan.Candidates;
import org.counterweight.plan.Circumstances;
import org.counterweight.plan.MadePlan;
import org.counterweight.plan.Plan;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Planner;
import org.counterweight.plan.Rest;
import org.counterweight.stance.OperatingPoint;
import org.counterweight.stance.Probabilities;
import org.junit.jupiter.api.Test;

class GainsTest {

  private static final OperatingPoint GOOD = new OperatingPoint(600_000, 850_000, 800_000, 900_000, 50, true);
  private static final OperatingPoint POOR = new OperatingPoint(198_000, 160_000, 90_000, 330_000, 35, false);

  private static Plan plan(boolean mayGain) {
    var doom = MadePlan.candidate("s\nd\n" + "d".repeat(64), 100, 80_000_000, 5_000_000, 1, mayGain, "s", "");
    var hope = MadePlan.candidate("s\nt\n" + "t".repeat(64), 100, 5_000_000, 40_000_000, 1, mayGain, "s", "");
    return new Planner(PlanSettings.defaults())
        .plan(Candidates.of(List.of(doom, hope)), Rest.of(1000), Circumstances.unknown());
  }

  @Test
  void aModelThatIsRightOftenEnoughLetsDocumentsGainFromItsOwnThreshold() {
    var gains = new Gains(GOOD, Optional.empty());
    assertThat(gains.threshold()).isEqualTo(600_000);
    assertThat(gains.note(plan(true)).outcome()).isEqualTo(plan(true).outcome());
  }

  @Test
  void aModelThatIsNotLetsNothingGainAndSaysHowOftenItIsRight() {
    var gains = new Gains(POOR, Optional.empty());
    assertThat(gains.threshold()).isGreaterThan(Probabilities.ONE);
    assertThat(gains.note(plan(false)).outcome().reason())
        .startsWith("No document may gain")
        .contains("16 % [9, 33]")
        .endsWith("stance.gain-threshold=0.198");
  }

  @Test
  void whoeverTakesTheRiskIsRemindedOfIt() {
    var gains = new Gains(POOR, Optional.of(0.05));
    assertThat(gains.threshold()).isEqualTo(50_000);
    assertThat(gains.note(plan(true)).outcome().reason())
        .contains("as stance.gain-threshold asks")
        .contains("where 80 % is asked for");
  }
}
