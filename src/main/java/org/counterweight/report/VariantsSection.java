package org.counterweight.report;

import java.util.List;
import org.counterweight.manifest.Manifest;
import org.counterweight.manifest.VariantEntry;
import org.counterweight.plan.PlanOutcome;

/** The plans of an experiment side by side: stages, arms and doses. */
final class VariantsSection {

  private VariantsSection() {}

  /** Writes nothing where the run holds one plan. */
  static void write(Html html, Manifest manifest) {
    if (manifest.variants().size() < 2) {
      return;
    }
    HtmlReport.section(
        html,
        "Stages, arms and doses",
        "Each row is a plan of its own. Arms of one stage and dose add the same number of words: treatment to text"
            + " about AI by its stance, salience to text about AI whatever its stance, placebo to other text. The"
            + " first lies in the run's own folder, the others in variants/.");
    html.open("div", "class", "wide", "role", "region", "aria-label", "Plans", "tabindex", "0").open("table");
    html.open("thead").open("tr");
    html.element("th", "Stage", "scope", "col").element("th", "Arm", "scope", "col");
    for (String column : List.of("Dose", "Extra words", "Expected", "In whole repeats", "True (95 % interval)")) {
      html.element("th", column, "scope", "col", "class", "number");
    }
    html.element("th", "Within the caps", "scope", "col").close("tr").close("thead").line().open("tbody");
    manifest.variants().forEach(variant -> row(html, variant));
    html.close("tbody").close("table").close("div").line();
  }

  private static void row(Html html, VariantEntry variant) {
    PlanOutcome plan = variant.plan();
    html.open("tr").element("th", plan.stage(), "scope", "row").element("td", plan.arm());
    number(html, Double.isNaN(plan.dose()) ? plan.target() : Amounts.number(100 * plan.dose()) + " %");
    number(html, Amounts.whole(plan.extraWords()));
    number(html, Amounts.number(plan.achievedExpected()));
    number(html, Amounts.number(plan.achievedRounded()));
    number(html, Amounts.figure(plan.achievedTrue()));
    html.open("td").text(plan.feasible() ? "yes" : "no");
    if (!plan.reason().isEmpty()) {
      html.open("small").name(plan.reason()).close("small");
    }
    html.close("td").close("tr").line();
  }

  private static void number(Html html, String text) {
    html.element("td", text, "class", "number");
  }
}
