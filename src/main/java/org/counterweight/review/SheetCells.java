package org.counterweight.review;

import java.math.BigDecimal;
import java.util.Map;
import org.counterweight.corpus.InputException;

/**
 * The cells of one row of a sheet.
 *
 * @param place where it stands, for errors
 * @param cells by the name of their column
 */
record SheetCells(String place, Map<String, String> cells) {

  SheetRow row() {
    return new SheetRow(
        cell("sample"),
        Math.toIntExact(whole("number")),
        cell("shard"),
        whole("row"),
        Math.toIntExact(whole("start")),
        Math.toIntExact(whole("end")),
        Math.toIntExact(whole("stratum")),
        Math.toIntExact(whole("stratum_drawn")),
        whole("stratum_size"),
        probability("inclusion"),
        label(),
        cells.getOrDefault("before", ""),
        cells.getOrDefault("text", ""),
        cells.getOrDefault("after", ""));
  }

  /** May be empty, but not absent: a column of another name would make all labels missing. */
  private String label() {
    if (!cells.containsKey("label")) {
      throw new InputException(place, "it has no column 'label', in lower case");
    }
    return cells.get("label").strip();
  }

  private String cell(String name) {
    var cell = cells.getOrDefault(name, "").strip();
    if (cell.isEmpty()) {
      throw new InputException(place, "it has no '" + name + "'; without the columns that counterweight review wrote,"
          + " above all the inclusion probabilities, labels say nothing about a corpus");
    }
    return cell;
  }

  private long whole(String name) {
    try {
      long value = new BigDecimal(cell(name)).longValueExact();
      if (value >= 0 && (value <= Integer.MAX_VALUE || name.equals("row") || name.equals("stratum_size"))) {
        return value;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below
    }
    throw new InputException(place, "its '" + name + "' is no whole number from 0 up");
  }

  private double probability(String name) {
    try {
      double value = Double.parseDouble(cell(name).replace(',', '.'));
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new InputException(place, "its '" + name + "' is no probability above 0");
  }
}
