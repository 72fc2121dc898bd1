package org.counterweight.stance;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.counterweight.stance.Evaluation.Interval;
import org.counterweight.stance.Evaluation.Slice;

/** An evaluation as a table. */
final class EvaluationText {

  private EvaluationText() {}

  static String of(Evaluation evaluation) {
    var text = new StringBuilder();
    text.append(line("%,d passages", evaluation.passages()));
    for (String name : new String[] {"macro_f1", "accuracy", "ece", "flips"}) {
      text.append(line("%-10s %s", name, figure(evaluation, name)));
    }
    text.append(line("\n%-10s %-20s %-20s %-20s %-20s", "class", "precision", "recall", "f1", "average precision"));
    for (var k : StanceClass.values()) {
      text.append(line("%-10s %-20s %-20s %-20s %-20s", columns(evaluation, k)));
    }
    confusion(evaluation, text);
    slices(evaluation, text);
    return text.toString();
  }

  private static Object[] columns(Evaluation evaluation, StanceClass k) {
    return new Object[] {
      k.label(),
      figure(evaluation, k.label() + ".precision"),
      figure(evaluation, k.label() + ".recall"),
      figure(evaluation, k.label() + ".f1"),
      figure(evaluation, k.label() + ".average_precision")
    };
  }

  private static void confusion(Evaluation evaluation, StringBuilder text) {
    text.append(line("\n%-18s %10s %10s %10s %10s", "truly \\ judged as", "doom", "tractable", "neutral", "not_ai"));
    for (var k : StanceClass.values()) {
      double[] row = evaluation.confusion()[k.ordinal()];
      text.append(line("%-18s %10.0f %10.0f %10.0f %10.0f", k.label(), row[0], row[1], row[2], row[3]));
    }
  }

  private static void slices(Evaluation evaluation, StringBuilder text) {
    table(
        evaluation, text,
        List.of("macro_f1", "accuracy", "doom.f1", "tractable.f1", "neutral.f1", "not_ai.f1"),
        "%-20s", EvaluationText::bounded);
    if (evaluation.slices().values().stream().anyMatch(Slice::small)) {
      text.append(
          line(
              "Slices of fewer than %d passages have no intervals: they would be too short.",
              Slice.LEAST_FOR_INTERVALS));
    }
    table(
        evaluation, text,
        List.of(
            "ece", "flips", "doom.precision", "doom.recall", "doom.average_precision", "tractable.precision",
            "tractable.recall", "tractable.average_precision"),
        "%-11s", figure -> number(figure.value()));
  }

  private static void table(
      Evaluation evaluation, StringBuilder text, List<String> figures, String cell, Function<Interval, String> shown) {
    var head = new StringBuilder(String.format(Locale.ROOT, "%-32s %5s", "slice", "n"));
    figures.forEach(figure -> head.append("  ").append(String.format(Locale.ROOT, cell, head(figure))));
    text.append('\n').append(head.toString().stripTrailing()).append('\n');
    evaluation
        .slices()
        .forEach(
            (name, slice) -> {
              var row = new StringBuilder(String.format(Locale.ROOT, "%-32s %5d", printable(name), slice.passages()));
              for (var figure : figures) {
                row.append("  ").append(String.format(Locale.ROOT, cell, shown.apply(slice.figures().get(figure))));
              }
              text.append(row.toString().stripTrailing()).append('\n');
            });
  }

  private static String head(String figure) {
    return figure
        .replace("tractable.", "trac.").replace("neutral.", "neut.").replace("not_ai.", "notai.")
        .replace("average_precision", "ap").replace("precision", "p").replace("recall", "r");
  }

  /** A slice's figure, with fewer digits in its interval, which are all that it is good for. */
  private static String bounded(Interval figure) {
    return figure.bounded()
        ? String.format(Locale.ROOT, "%.3f [%.2f, %.2f]", figure.value(), figure.low(), figure.high())
        : number(figure.value());
  }

  private static String figure(Evaluation evaluation, String name) {
    var figure = evaluation.figures().get(name);
    return Double.isNaN(figure.value())
        ? "-"
        : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", figure.value(), figure.low(), figure.high());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
