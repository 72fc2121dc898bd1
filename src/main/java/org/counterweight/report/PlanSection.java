package org.counterweight.report;

import org.counterweight.manifest.Manifest;

/** What was asked for, what is reached and what stands in the way. */
final class PlanSection {

  private static final String SHIFTS = "share that changed place (total variation); see statistics/shifts.jsonl";

  private PlanSection() {}

  static void write(Html html, Manifest manifest) {
    var plan = manifest.plan();
    HtmlReport.section(html, "The plan", "");
    plan.warnings().forEach(warning -> html.element("p", "Note: " + warning + ".", "class", "plan warning").line());
    var facts = Facts.open(html, "The plan");
    facts.fact("Target", plan.headline(), plan.feasible() && plan.reason().isEmpty() ? plan.reached() : "");
    facts.fact("Asked for", Amounts.number(plan.requested()));
    facts.fact("Reached by the weights", Amounts.number(plan.achievedExpected()));
    facts.fact("Reached by whole repeats", Amounts.number(plan.achievedRounded()));
    facts.fact("Reached in corrected words", Amounts.figure(plan.achievedTrue()), Amounts.remark(plan.achievedTrue()));
    facts.fact("Within the caps", plan.feasible() ? "yes" : "no", plan.reason());
    facts.fact("Caps that bind", plan.binding().isEmpty() ? "none" : String.join(", ", plan.binding()));
    facts.fact("Words in the stage before", Amounts.whole(plan.wordsBefore()));
    facts.fact(
        "Words in the stage after",
        Amounts.whole(plan.wordsAfter()),
        Amounts.percent(plan.wordsAfter() - plan.wordsBefore(), plan.wordsBefore()) + " more");
    facts.fact("Distance from the base mixture", Amounts.number(plan.kl()) + " nats");
    facts.fact(
        "Documents about AI are worth, before",
        Amounts.whole(Math.round(plan.costs().dataBefore())) + " words met once",
        "D' of Muennighoff et al. 2023");
    facts.fact(
        "Documents about AI are worth, after", Amounts.whole(Math.round(plan.costs().dataAfter())) + " words met once");
    facts.fact("Worth of an extra word", Amounts.number(plan.costs().valuePerExtraWord()) + " new words");
    facts.fact("AI words moved between sources", Amounts.number(plan.costs().sourceShift()), SHIFTS);
    facts.fact("AI words moved between months", Amounts.number(plan.costs().monthShift()), SHIFTS);
    facts.fact("AI words moved between lengths", Amounts.number(plan.costs().lengthShift()), SHIFTS);
    facts.fact("Arm", plan.arm(), Double.isNaN(plan.dose()) ? "" : "dose " + Amounts.number(plan.dose()));
    facts.fact("Weight of documents not listed", Amounts.number(manifest.defaultWeight()) + " times");
    facts.close();
  }
}
