package org.counterweight.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterweight.plan.Budget;
import org.counterweight.plan.Guards;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Target;

/** Reads the section {@code plan}. */
final class PlanKeys {

  /** Exactly one of them holds. */
  static final List<String> TARGETS = List.of("plan.target.debias", "plan.target.odds", "plan.target.share");

  private static final long MOST_EPOCHS = 1000;

  private PlanKeys() {}

  static PlanSettings plan(Section section, long seed) {
    var target = target(section.section("target"));
    double maxEpochs = section.read("max-epochs", Numbers.number(1, MOST_EPOCHS));
    double floor = section.read("floor", Numbers.number(0, 1));
    var base = section.read("base", Numbers.number(0, MOST_EPOCHS).mapping());
    var gain = section.section("max-gain");
    var source = orNone(gain.read("source", Numbers.shareAboveZero().orNull()));
    var host = orNone(gain.read("host", Numbers.shareAboveZero().orNull()));
    var budget = section.read("budget", Forms.choice(Budget.class));
    var debias = section.section("debias");
    boolean bothWays = debias.read("both-ways", Forms.flag());
    var elasticity = orNone(debias.read("elasticity", Numbers.positive().orNull()));
    var synthetic = orNone(section.read("synthetic", synthetic()));
    var alarm = orNone(section.section("alarm").read("host-share", Numbers.shareAboveZero().orNull()));
    return section.build(
        () ->
            new PlanSettings(
                target, maxEpochs, floor, base, source, host, budget, bothWays, elasticity,
                new Guards(synthetic, alarm), seed),
        PlanSettings.defaults());
  }

  /** {@code allow}: no limit; {@code exclude}: none; or the largest share. */
  private static Form<Optional<Double>> synthetic() {
    return value -> {
      if (value instanceof Value.Scalar scalar && List.of("allow", "exclude").contains(scalar.text())) {
        return scalar.text().equals("allow") ? Optional.empty() : Optional.of(0.0);
      }
      try {
        return Optional.of(Numbers.share().read(value));
      } catch (Form.MismatchException e) {
        throw Form.MismatchException.expected("allow, exclude, or a share from 0 to 1", value);
      }
    };
  }

  private static Target target(Section section) {
    Optional<Target> debias = section.read("debias", Forms.choice(Target.By.class).orNull()).map(Target.Debias::new);
    Optional<Target> odds = section.read("odds", Numbers.positive().orNull()).map(Target.Odds::new);
    Optional<Target> share = section.read("share", Numbers.shareWithin().orNull()).map(Target.Share::new);
    return debias.or(() -> odds).or(() -> share).orElseGet(() -> PlanSettings.defaults().target());
  }

  private static OptionalDouble orNone(Optional<Double> number) {
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }
}
