package org.counterweight.stance;

import java.util.List;
import java.util.Locale;

/**
 * The three models of a training with an encoder, and what was measured of them.
 *
 * @param models the models
 * @param fast the report on the linear one
 * @param accurate the accurate model's evaluation out of fold over the random draws
 * @param cascade that of the cascade
 * @param accurateJudged all drawn passages with the accurate model's out-of-fold judgement and inclusion weight
 * @param cascadeJudged the same of the cascade
 */
public record StackedReport(
    ModelSet models,
    TrainingReport fast,
    Evaluation accurate,
    Evaluation cascade,
    List<Judged> accurateJudged,
    List<Judged> cascadeJudged) {

  public StackedReport {
    accurateJudged = List.copyOf(accurateJudged);
    cascadeJudged = List.copyOf(cascadeJudged);
  }

  /** What a person wants to know of a training run. */
  public String toText() {
    var sure = models.accurate().orElseThrow();
    var both = models.cascade().orElseThrow();
    var passed = both.quality().figures().get(both.quality().figures().size() - 1);
    return fast.toText()
        + part("accurate", sure, accurate)
        + "Encoder sha256 " + sure.header().encoder() + ", its scores' " + sure.header().scores() + "\n"
        + part("cascade", both, cascade)
        + String.format(
            Locale.ROOT,
            "Hands on from fast p(doom) + p(tractable) >= %.6f: %.3f [%.3f, %.3f] of the random draws\n",
            both.threshold() / 1e6,
            passed.value() / 1e6,
            passed.low() / 1e6,
            passed.high() / 1e6);
  }

  private static String part(String name, MeasuredClassifier model, Evaluation natural) {
    return "\n" + name + " " + model.digest() + "\n\nOut of fold, random draws:\n" + natural.toText() + "\n"
        + TrainingReport.operating(model.operatingPoint());
  }
}
