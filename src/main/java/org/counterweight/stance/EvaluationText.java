package org.counterweight.stance;

import java.util.Locale;

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
    text.append(
        line(
            "\n%-32s %5s %7s %7s %7s %7s | %7s %7s %7s %7s | %7s %7s %7s %7s | %7s %7s",
            "slice", "n", "macroF1", "accur.", "ece", "flips", "doom.p", "doom.r", "doom.f1", "doom.ap", "trac.p",
            "trac.r", "trac.f1", "trac.ap", "neut.f1", "notai.f1"));
    evaluation
        .slices()
        .forEach(
            (name, slice) -> {
              text.append(String.format(Locale.ROOT, "%-32s %5d", printable(name), slice.passages()));
              slice.figures().forEach((figure, value) -> text.append(cell(figure, value)));
              text.append('\n');
            });
  }

  private static String figure(Evaluation evaluation, String name) {
    var figure = evaluation.figures().get(name);
    return Double.isNaN(figure.value())
        ? "-"
        : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", figure.value(), figure.low(), figure.high());
  }

  private static String cell(String figure, double value) {
    return (figure.equals("doom.precision") || figure.equals("tractable.precision") || figure.equals("neutral.f1")
            ? " | "
            : " ")
        + String.format("%7s", number(value));
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
