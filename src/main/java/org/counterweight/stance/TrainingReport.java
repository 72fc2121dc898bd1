package org.counterweight.stance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained model and what was measured of it.
 *
 * @param model the model
 * @param natural its evaluation out of fold over the random draws
 * @param judged all passages with their out-of-fold judgement and inclusion weight
 * @param foldOfFamily which families were left out together
 */
public record TrainingReport(
    LinearModel model, Evaluation natural, List<Judged> judged, Map<String, Integer> foldOfFamily) {

  public TrainingReport {
    judged = List.copyOf(judged);
    foldOfFamily = new TreeMap<>(foldOfFamily);
  }

  /** What a person wants to know of a training run. */
  public String toText() {
    var trained = model.trainedOn();
    return String.format(
        Locale.ROOT,
        "%sTrained on %,d passages (%,d drawn at random, %,d chosen to teach alone, %,d written) of %d families;"
            + " passages sha256 %s\n"
            + "Model %s\n\n"
            + "Out of fold by families %s, random draws:\n%s\n%s",
        trained.random() == 0
            ? "No passage was drawn at random: rates, calibration and errors are those of the written set, so nothing"
                + " gains by this model, and on other rates its probabilities are off\n"
            : "",
        trained.passages(),
        trained.random(),
        trained.chosen(),
        trained.written(),
        trained.families().size(),
        trained.sha256(),
        model.digest(),
        foldOfFamily,
        natural.toText(),
        operating(model.operatingPoint()));
  }

  static String operating(OperatingPoint point) {
    return String.format(
        Locale.ROOT,
        "Operating threshold: p(tractable) >= %.6f, precision %.3f [%.3f, %.3f] over %d passages%s\n",
        point.threshold() / 1e6,
        point.precision() / 1e6,
        point.low() / 1e6,
        point.high() / 1e6,
        point.passages(),
        point.reached() ? "" : "; the precision wanted was not reached");
  }
}
