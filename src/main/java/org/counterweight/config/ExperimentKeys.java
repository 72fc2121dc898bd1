package org.counterweight.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Mapping;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Stage;
import org.counterweight.plan.StageSize;
import org.counterweight.plan.Target;

/** Reads stages, arms and doses of the section {@code plan}. */
final class ExperimentKeys {

  private ExperimentKeys() {}

  static Experiment experiment(Section section, PlanSettings plan) {
    var arms = section.read("arms", Forms.choice(Arm.class).list());
    var doses = section.read("doses", Numbers.shareAboveZero().list());
    var stages = section.read("stages", stage().list());
    double controls = section.read("controls", Numbers.shareAboveZero());
    return section.build(
        () -> {
          var chosen = stages.isEmpty() ? List.of(Stage.only()) : stages;
          var experiment = new Experiment(chosen, arms, doses, controls);
          experiment.requireFits(plan);
          return experiment;
        },
        Experiment.none());
  }

  /** {@code {name: anneal, words: 5e9, target: {odds: 0.5}, max-epochs: 2}}. */
  private static Form<Stage> stage() {
    return value -> {
      var fields = fields(value, "a stage such as {name: anneal, words: 5e9, target: {odds: 0.5}, max-epochs: 2}");
      if (!fields.containsKey("name")) {
        throw new MismatchException(value.at(), "expected a stage with a name, found none");
      }
      var name = Forms.text().read(fields.remove("name"));
      var size = size(value, fields);
      Optional<Target> target =
          fields.containsKey("target") ? Optional.of(target(fields.remove("target"))) : Optional.empty();
      var epochs =
          fields.containsKey("max-epochs")
              ? OptionalDouble.of(Numbers.number(1, 1000).read(fields.remove("max-epochs")))
              : OptionalDouble.empty();
      refuseOthers(fields, "name, words, tokens, epochs, target and max-epochs");
      return made(value, () -> new Stage(name, size, target, epochs));
    };
  }

  private static StageSize size(Value stage, Map<String, Value> fields) throws MismatchException {
    StageSize size = null;
    for (var unit : List.of("words", "tokens", "epochs")) {
      if (fields.containsKey(unit)) {
        if (size != null) {
          throw new MismatchException(stage.at(), "expected one of words, tokens and epochs, found several");
        }
        var written = fields.remove(unit);
        size =
            switch (unit) {
              case "words" -> new StageSize.Words(Numbers.whole(1, Long.MAX_VALUE / 2).read(written));
              case "tokens" -> new StageSize.Tokens(Numbers.whole(1, Long.MAX_VALUE / 2).read(written));
              default -> {
                double epochs = Numbers.positive().read(written);
                yield made(written, () -> new StageSize.Epochs(epochs));
              }
            };
      }
    }
    return size == null ? StageSize.WHOLE : size;
  }

  private static Target target(Value value) throws MismatchException {
    var fields = fields(value, "a target such as {odds: 0.5}, {share: 1%} or {debias: copies}");
    if (fields.size() != 1) {
      throw MismatchException.expected("exactly one of odds, share and debias", value);
    }
    var kind = fields.keySet().iterator().next();
    var written = fields.get(kind);
    return switch (kind) {
      case "odds" -> new Target.Odds(Numbers.positive().read(written));
      case "share" -> new Target.Share(Numbers.shareWithin().read(written));
      case "debias" -> new Target.Debias(Forms.choice(Target.By.class).read(written));
      default -> throw MismatchException.expected("exactly one of odds, share and debias", value);
    };
  }

  private static Map<String, Value> fields(Value value, String expected) throws MismatchException {
    if (!(value instanceof Mapping mapping)) {
      throw MismatchException.expected(expected, value);
    }
    var fields = new HashMap<String, Value>();
    mapping.entries().forEach(entry -> fields.put(entry.key(), entry.value()));
    return fields;
  }

  private static void refuseOthers(Map<String, Value> fields, String known) throws MismatchException {
    for (var entry : fields.entrySet()) {
      throw new MismatchException(
          entry.getValue().at(), "expected " + known + ", found " + Canonical.quoted(entry.getKey()));
    }
  }

  private static <T> T made(Value value, java.util.function.Supplier<T> maker) throws MismatchException {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new MismatchException(value.at(), e.getMessage());
    }
  }
}
