package org.counterweight.manifest;

import org.counterweight.virality.Figure;

/** A figure as {@code {value, low, high, identifiable, reason}}, with nulls where it is not identifiable. */
final class FigureJson {

  private FigureJson() {}

  static void write(Json json, String key, Figure figure) {
    json.object(key, fields -> write(fields, figure));
  }

  /** The fields alone, for an object that has others beside them. */
  static void write(Json fields, Figure figure) {
    boolean shown = figure.identifiable();
    fields
        .number("value", shown ? figure.value() : Double.NaN)
        .number("low", shown ? figure.low() : Double.NaN)
        .number("high", shown ? figure.high() : Double.NaN)
        .flag("identifiable", shown)
        .text("reason", figure.reason());
  }

  /** Of an identifiable figure, a value or upper end that is null was infinite: the interval is one-sided. */
  static Figure read(JsonFields parent, String key) throws ManifestException {
    var fields = parent.object(key);
    return fields.end(() -> read(fields));
  }

  /** Reads the fields alone. */
  static Figure read(JsonFields fields) throws ManifestException {
    double value = fields.number("value");
    double low = fields.number("low");
    double high = fields.number("high");
    boolean identifiable = fields.flag("identifiable");
    String reason = fields.text("reason");
    return identifiable
        ? new Figure(infinite(value), low, infinite(high), true, reason)
        : figureWithout(value, low, high, reason);
  }

  private static Figure figureWithout(double value, double low, double high, String reason) {
    if (!Double.isNaN(value) || !Double.isNaN(low) || !Double.isNaN(high)) {
      throw new IllegalArgumentException("Cannot hold numbers in a figure that is not identifiable");
    }
    return Figure.notIdentifiable(reason);
  }

  private static double infinite(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }
}
