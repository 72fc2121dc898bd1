package org.counterweight.stance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.counterweight.stance.Evaluation.Slice;

/**
 * An evaluation as JSON: {@code passages, figures {name: {value, low, high}}, confusion, slices}. A slice holds its
 * {@code passages}, its figures by name, and for some of these {@code intervals {name: {low, high}}}: null where it has
 * fewer passages than {@code slice_intervals_from}.
 */
final class EvaluationJson {

  private EvaluationJson() {}

  static String of(Evaluation evaluation) {
    return object(evaluation).toString();
  }

  static ObjectNode object(Evaluation evaluation) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("passages", evaluation.passages());
    var figures = json.putObject("figures");
    evaluation
        .figures()
        .forEach(
            (name, figure) -> {
              var node = figures.putObject(name);
              put(node, "value", figure.value());
              put(node, "low", figure.low());
              put(node, "high", figure.high());
            });
    confusion(evaluation, json.putObject("confusion"));
    var slices = json.putObject("slices");
    evaluation
        .slices()
        .forEach(
            (name, slice) -> {
              var node = slices.putObject(name);
              node.put("passages", slice.passages());
              slice.figures().forEach((figure, value) -> put(node, figure, value.value()));
              intervals(slice, node);
            });
    json.put("slice_intervals_from", Slice.LEAST_FOR_INTERVALS);
    return json;
  }

  private static void intervals(Slice slice, ObjectNode node) {
    if (slice.small()) {
      node.putNull("intervals");
      return;
    }
    var intervals = node.putObject("intervals");
    slice
        .figures()
        .forEach(
            (name, figure) -> {
              if (figure.bounded()) {
                var ends = intervals.putObject(name);
                put(ends, "low", figure.low());
                put(ends, "high", figure.high());
              }
            });
  }

  private static void confusion(Evaluation evaluation, ObjectNode json) {
    for (var truth : StanceClass.values()) {
      var row = json.putObject(truth.label());
      for (var judged : StanceClass.values()) {
        put(row, judged.label(), evaluation.confusion()[truth.ordinal()][judged.ordinal()]);
      }
    }
  }

  static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN));
    }
  }
}
