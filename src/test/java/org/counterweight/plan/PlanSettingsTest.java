package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanSettingsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void defaultsAskForOddsOneWithinFourEpochsAndLoseNothing() {
    PlanSettings defaults = PlanSettings.defaults();
    assertThat(defaults.target()).isEqualTo(new Target.Odds(1));
    assertThat(defaults.maxEpochs()).isEqualTo(4);
    assertThat(defaults.floor()).isEqualTo(1);
    assertThat(defaults.base()).isEmpty();
    assertThat(defaults.maxGainSource()).isEmpty();
    assertThat(defaults.maxGainHost()).isEmpty();
    assertThat(defaults.budget()).isEqualTo(Budget.ADDITIVE);
    assertThat(defaults.debiasBothWays()).isFalse();
    assertThat(defaults.debiasElasticity()).isEmpty();
  }

  @Test
  void refusalsNameTheKey() {
    refused("plan.max-epochs", 0.5, 1, Map.of(), NONE, NONE);
    refused("plan.max-epochs", Double.NaN, 1, Map.of(), NONE, NONE);
    refused("plan.floor", 4, 1.1, Map.of(), NONE, NONE);
    refused("plan.floor", 4, -0.1, Map.of(), NONE, NONE);
    refused("plan.base.web", 4, 1, Map.of("web", -1.0), NONE, NONE);
    refused("plan.max-gain.source", 4, 1, Map.of(), OptionalDouble.of(0), NONE);
    refused("plan.max-gain.host", 4, 1, Map.of(), NONE, OptionalDouble.of(1.5));
  }

  private static void refused(
      String key, double epochs, double floor, Map<String, Double> base, OptionalDouble source, OptionalDouble host) {
    assertThatThrownBy(
            () ->
                MadePlan.settings(
                    new Target.Odds(1), epochs, floor, base, source, host, Budget.ADDITIVE, false, NONE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot plan with " + key);
  }

  @Test
  void debiasByEngagementNeedsAnElasticity() {
    Target target = new Target.Debias(Target.By.ENGAGEMENT);
    assertThatThrownBy(() -> MadePlan.settings(target, 4, 1, Map.of(), NONE, NONE, Budget.FIXED, false, NONE, 0))
        .hasMessageContaining("plan.debias.elasticity");
    OptionalDouble zero = OptionalDouble.of(0);
    assertThatThrownBy(() -> MadePlan.settings(target, 4, 1, Map.of(), NONE, NONE, Budget.FIXED, false, zero, 0))
        .hasMessageContaining("plan.debias.elasticity 0.0");
  }

  @Test
  void targetsDescribeThemselvesAsConfigured() {
    assertThat(new Target.Odds(1).describe()).isEqualTo("odds: 1");
    assertThat(new Target.Odds(0.25).describe()).isEqualTo("odds: 0.25");
    assertThat(new Target.Share(0.01).describe()).isEqualTo("share: 1%");
    assertThat(new Target.Share(0.001).describe()).isEqualTo("share: 0.1%");
    assertThat(new Target.Debias(Target.By.COPIES).describe()).isEqualTo("debias: copies");
  }

  @Test
  void targetsOutsideTheirRangeAreRefused() {
    for (double odds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Target.Odds(odds)).hasMessageContaining("plan.target.odds");
    }
    for (double share : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> new Target.Share(share)).hasMessageContaining("plan.target.share");
    }
  }
}
