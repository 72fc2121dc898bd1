package org.counterweight.stance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.counterweight.passage.Gate;

/**
 * All that {@code evaluate} says of a classifier and the gate before it.
 *
 * @param classifier the classifier's name
 * @param disputed passages left out since their readers disagree
 * @param gate what the gate admits
 * @param evaluation what gate and classifier make of every passage: what the gate refuses is judged not_ai
 * @param worst the passages most wrongly judged, the worst first
 * @param showText whether their text may be printed
 */
public record Scorecard(
    String classifier, int disputed, GateRecall gate, Evaluation evaluation, List<Judged> worst, boolean showText) {

  public Scorecard {
    Objects.requireNonNull(classifier);
    Objects.requireNonNull(gate);
    Objects.requireNonNull(evaluation);
    worst = List.copyOf(worst);
  }

  /**
   * Judges a set.
   *
   * @param errors how many of the worst errors to keep, at most
   * @throws PassageSetException if the set holds no passage
   */
  public static Scorecard of(PassageSet set, Gate gate, Classifier classifier, int errors, boolean showText) {
    var judged =
        set.passages().parallelStream() // in their order all the same
            .map(one -> Judged.of(one, gate, classifier))
            .toList();
    return new Scorecard(
        classifier.name(),
        set.disputed(),
        GateRecall.of(set.passages(), gate),
        Evaluation.of(judged),
        worst(judged, errors),
        showText);
  }

  /** By the probability of the true class, among those judged another one; by id where equal. */
  private static List<Judged> worst(List<Judged> judged, int errors) {
    return judged.stream()
        .filter(one -> one.said() != one.truth())
        .sorted(Comparator.comparing((Judged one) -> one.truth().of(one.p())).thenComparing(one -> one.passage().id()))
        .limit(errors)
        .toList();
  }

  /** Tables for people. Ids and texts are the input's own: escape them where they go into markup or a terminal. */
  public String toText() {
    var text = new StringBuilder();
    text.append(
        line(
            "Judged by %s; %,d passages left out because their readers disagree", classifier, disputed));
    text.append(
        line("Gate: %s of passages about AI pass (recall %s)", count(gate.about()), figure(gate.about().interval())));
    gate.slices().forEach((name, share) -> text.append(line("  %-24s %s", name, count(share))));
    text.append(line("  %-24s %s", "not about AI", count(gate.other())));
    text.append('\n').append(evaluation.toText());
    if (!worst.isEmpty()) {
      text.append(
          line("\n%d worst errors: id, label, probabilities of doom, tractable, neutral, not_ai", worst.size()));
      worst.forEach(one -> text.append(error(one)));
    }
    return text.toString();
  }

  private String error(Judged one) {
    var p = one.p();
    var line =
        line(
            "  %-20s %-10s %.3f %.3f %.3f %.3f%s",
            visible(one.passage().id()),
            one.truth().label(),
            StanceClass.DOOM.of(p) / 1e6,
            StanceClass.TRACTABLE.of(p) / 1e6,
            StanceClass.NEUTRAL.of(p) / 1e6,
            StanceClass.NOT_AI.of(p) / 1e6,
            one.passage().sure() ? "" : "  (reader unsure)");
    return showText ? line + "      " + visible(one.passage().text()) + "\n" : line;
  }

  private static String visible(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
  }

  private static String count(Share share) {
    return String.format(Locale.ROOT, "%,d of %,d", share.found(), share.all());
  }

  private static String figure(Evaluation.Interval figure) {
    return Double.isNaN(figure.value())
        ? "-"
        : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", figure.value(), figure.low(), figure.high());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  /** One JSON object: the evaluation's members, and {@code classifier, disputed, gate, worst_errors}. */
  public String toJson() {
    var json = EvaluationJson.object(evaluation);
    json.put("classifier", classifier);
    json.put("disputed", disputed);
    var node = json.putObject("gate");
    put(node.putObject("about_ai"), gate.about());
    put(node.putObject("not_about_ai"), gate.other());
    var slices = node.putObject("slices");
    gate.slices().forEach((name, share) -> put(slices.putObject(name), share));
    var errors = json.putArray("worst_errors");
    worst.forEach(one -> errors.add(json(one)));
    return json.toString();
  }

  private ObjectNode json(Judged one) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("id", one.passage().id());
    node.put("label", one.passage().label().label());
    node.put("sure", one.passage().sure());
    var p = node.putObject("p");
    for (var k : StanceClass.values()) {
      EvaluationJson.put(p, k.label(), k.of(one.p()) / 1e6);
    }
    if (showText) {
      node.put("text", one.passage().text());
    }
    return node;
  }

  private static void put(ObjectNode node, Share share) {
    var figure = share.interval();
    node.put("found", share.found());
    node.put("all", share.all());
    EvaluationJson.put(node, "value", figure.value());
    EvaluationJson.put(node, "low", figure.low());
    EvaluationJson.put(node, "high", figure.high());
  }
}
