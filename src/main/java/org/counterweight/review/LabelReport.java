package org.counterweight.review;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterweight.virality.Figure;

/**
 * What a labelled sample says of a run, for people and for programs.
 *
 * @param run the run's id
 * @param labelled the sample with its labels
 * @param judgedOdds the run's own odds as judged
 * @param horvitzThompson by labels alone
 * @param hajek by labels and the known number of words
 * @param difference by labels and scores
 * @param lambda how far the difference estimator leans on the scores, by class, 0 to 1
 * @param judged judged masses in words
 * @param gain from which probability of tractable documents may gain; empty with too few labels
 */
public record LabelReport(
    String run,
    Labelled labelled,
    double judgedOdds,
    Estimate horvitzThompson,
    Estimate hajek,
    Estimate difference,
    List<Double> lambda,
    List<Double> judged,
    Optional<GainThreshold> gain) {

  /** Missing passages that are named. */
  private static final int NAMED = 10;

  /** What the estimators say. */
  public static LabelReport of(String run, Labelled labelled) {
    var estimation = new Estimation(labelled);
    var lambda = new ArrayList<Double>();
    var judged = new ArrayList<Double>();
    for (int k = 0; k < Classes.COUNT; k++) {
      lambda.add(estimation.lambda(k));
      judged.add(estimation.judged(k));
    }
    return new LabelReport(
        run, labelled, judged.get(Classes.DOOM) / judged.get(Classes.TRACTABLE), estimation.horvitzThompson(),
        estimation.hajek(), estimation.difference(), lambda, judged, GainThreshold.of(labelled));
  }

  private List<Integer> missing() {
    var labelledPlaces = labelled.labels().stream().map(label -> Sample.place(label.passage())).toList();
    var places = new java.util.HashSet<>(labelledPlaces);
    var numbers = new ArrayList<Integer>();
    var drawn = labelled.sample().drawn();
    for (int i = 0; i < drawn.size(); i++) {
      if (!places.contains(Sample.place(drawn.get(i).passage()))) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  /** Lines for a person. */
  public String toText() {
    var text = new StringBuilder();
    var strata = labelled.sample().strata();
    long size = strata.stream().mapToLong(Stratum::size).sum();
    long words = strata.stream().mapToLong(Stratum::words).sum();
    line(text, "Sample      %,d passages drawn of %,d that passed the gate (%,d words), in %d strata", drawn(), size,
        words, strata.size());
    line(text, "Labels      %,d: doom %,d, tractable %,d, other %,d, not_ai %,d", labelled.labels().size(),
        labelled.count(0), labelled.count(1), labelled.count(2), labelled.count(3));
    if (labelled.missing() > 0) {
      var missing = missing();
      line(text, "Missing     %,d, taken as missing at random within their strata: number %s%s", missing.size(),
          String.join(", ", missing.stream().limit(NAMED).map(String::valueOf).toList()),
          missing.size() > NAMED ? " and others" : "");
    }
    line(text, "Words of the gated passages, with 95 %% intervals");
    line(text, "  %-10s %12s  %-32s %-32s %s", "", "judged", "by labels", "by labels and length",
        "by labels and scores");
    for (int k = 0; k < Classes.COUNT; k++) {
      line(text, "  %-10s %,12.0f  %-32s %-32s %s", Classes.NAMES.get(k), judged.get(k),
          mass(horvitzThompson.masses().get(k)), mass(hajek.masses().get(k)), mass(difference.masses().get(k)));
    }
    line(text, "Odds        doom : tractable");
    line(text, "  judged               %.2f", judgedOdds);
    line(text, "  by labels            %s", odds(horvitzThompson.odds()));
    line(text, "  by labels and scores %s", odds(difference.odds()));
    line(text, "The last is the one to report: never much wider than labels alone, and as narrow as the scores allow.");
    gain(text);
    line(text, "Intervals hold the chance of the draw; not the labeller's errors, nor which texts there happen to be.");
    return text.toString();
  }

  private void gain(StringBuilder text) {
    if (gain.isEmpty()) {
      line(text, "Gains       %d labels are needed to say from which p(tractable) a document may gain",
          GainThreshold.FEWEST);
      return;
    }
    var point = gain.get();
    var share = point.precision();
    String what = String.format(
        Locale.ROOT,
        "of passages with p(tractable) >= %.6f an estimated %.0f %% [%.0f, %.0f] are tractable (%,d labels)",
        point.threshold(), 100 * share.value(), 100 * share.low(), 100 * share.high(), point.labels());
    line(text, "Gains       %s", what);
    line(text, point.reached()
        ? "            which allows --set stance.gain-threshold=%1$.6f"
        : "            the best of all thresholds with %3$d labels, where %2$.0f %% is asked for",
        point.threshold(), 100 * GainThreshold.WANTED, GainThreshold.FEWEST);
  }

  private int drawn() {
    return labelled.sample().drawn().size();
  }

  private static String mass(Figure figure) {
    return figure.identifiable()
        ? String.format(Locale.ROOT, "%,.0f [%,.0f, %,.0f]", figure.value(), figure.low(), figure.high())
        : "-";
  }

  private static String odds(Figure figure) {
    return figure.identifiable()
        ? String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", figure.value(), figure.low(), figure.high())
        : "not identifiable: " + figure.reason();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  /** One JSON object. */
  public String toJson() {
    var json = JsonMapper.builder().build().createObjectNode();
    json.put("run", run);
    json.put("sample", labelled.sample().id());
    json.put("drawn", drawn());
    json.put("labels", labelled.labels().size());
    var missing = json.putArray("missing");
    missing().forEach(missing::add);
    var counts = json.putObject("labelled");
    for (int k = 0; k < Classes.COUNT; k++) {
      counts.put(Classes.NAMES.get(k), labelled.count(k));
    }
    var own = json.putObject("judged");
    for (int k = 0; k < Classes.COUNT; k++) {
      own.put(Classes.NAMES.get(k), Math.round(judged.get(k)));
    }
    if (Double.isFinite(judgedOdds)) {
      own.put("odds", judgedOdds);
    }
    estimate(json.putObject("horvitz_thompson"), horvitzThompson);
    estimate(json.putObject("hajek"), hajek);
    var scores = json.putObject("difference");
    var lean = scores.putObject("lambda");
    for (int k = 0; k < Classes.COUNT; k++) {
      lean.put(Classes.NAMES.get(k), lambda.get(k));
    }
    estimate(scores, difference);
    gain.ifPresent(
        point -> {
          var node = json.putObject("gain");
          node.put("threshold", point.threshold());
          node.put("labels", point.labels());
          node.put("reached", point.reached());
          figure(node.putObject("precision"), point.precision());
        });
    return json.toString();
  }

  private static void estimate(ObjectNode json, Estimate estimate) {
    var masses = json.putObject("mass");
    for (int k = 0; k < Classes.COUNT; k++) {
      figure(masses.putObject(Classes.NAMES.get(k)), estimate.masses().get(k));
    }
    figure(json.putObject("odds"), estimate.odds());
  }

  private static void figure(ObjectNode json, Figure figure) {
    boolean known = figure.identifiable();
    json.put("value", known ? (Double) figure.value() : null);
    json.put("low", known ? (Double) figure.low() : null);
    json.put("high", known ? (Double) figure.high() : null);
    json.put("identifiable", known);
    json.put("reason", figure.reason());
  }
}
