package org.counterweight.manifest;

import org.counterweight.plan.PlanCosts;
import org.counterweight.plan.PlanOutcome;

/** What a plan asked for and reaches, as the object {@code plan} of a manifest. */
final class PlanJson {

  private PlanJson() {}

  static void write(Json json, PlanOutcome plan) {
    json.text("target", plan.target())
        .number("requested", plan.requested())
        .number("achieved_expected", plan.achievedExpected())
        .number("achieved_rounded", plan.achievedRounded());
    FigureJson.write(json, "achieved_true", plan.achievedTrue());
    json.flag("feasible", plan.feasible())
        .text("reason", plan.reason())
        .texts("binding", plan.binding())
        .text("arm", plan.arm())
        .number("dose", plan.dose())
        .text("stage", plan.stage())
        .number("kl", plan.kl())
        .whole("words_before", plan.wordsBefore())
        .whole("words_after", plan.wordsAfter())
        .whole("extra_words", plan.extraWords())
        .object("costs", fields -> write(fields, plan.costs()))
        .texts("warnings", plan.warnings());
  }

  static PlanOutcome read(JsonFields json) throws ManifestException {
    return json.end(
        () ->
            new PlanOutcome(
                json.text("target"),
                json.number("requested"),
                json.number("achieved_expected"),
                json.number("achieved_rounded"),
                FigureJson.read(json, "achieved_true"),
                json.flag("feasible"),
                json.text("reason"),
                json.texts("binding"),
                json.text("arm"),
                json.number("dose"),
                json.text("stage"),
                json.number("kl"),
                json.whole("words_before"),
                json.whole("words_after"),
                json.whole("extra_words"),
                costs(json.object("costs")),
                json.texts("warnings")));
  }

  private static void write(Json json, PlanCosts costs) {
    json.number("effective_words_before", costs.dataBefore())
        .number("effective_words_after", costs.dataAfter())
        .number("value_per_extra_word", costs.valuePerExtraWord())
        .number("shift_source", costs.sourceShift())
        .number("shift_month", costs.monthShift())
        .number("shift_length", costs.lengthShift());
  }

  private static PlanCosts costs(JsonFields json) throws ManifestException {
    return json.end(
        () ->
            new PlanCosts(
                json.number("effective_words_before"),
                json.number("effective_words_after"),
                json.number("value_per_extra_word"),
                json.number("shift_source"),
                json.number("shift_month"),
                json.number("shift_length")));
  }
}
