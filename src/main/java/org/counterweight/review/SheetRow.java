package org.counterweight.review;

import java.util.Objects;

/**
 * A row of a sheet that a person labels.
 *
 * @param sample the id of the sample
 * @param number 1-based, in random order
 * @param shard {@code <input number>/<relative path>}
 * @param row 0-based record of the shard
 * @param start first code point of the record's text, inclusive
 * @param end last code point, exclusive
 * @param stratum the name of its stratum
 * @param stratumDrawn passages drawn from it
 * @param stratumSize passages in it
 * @param inclusion drawn / size
 * @param label empty until a person labels it
 * @param before text before the passage
 * @param text the passage as a reader sees it
 * @param after text after it
 */
public record SheetRow(
    String sample,
    int number,
    String shard,
    long row,
    int start,
    int end,
    int stratum,
    int stratumDrawn,
    long stratumSize,
    double inclusion,
    String label,
    String before,
    String text,
    String after) {

  public SheetRow {
    Objects.requireNonNull(sample);
    Objects.requireNonNull(shard);
    Objects.requireNonNull(label);
    Objects.requireNonNull(before);
    Objects.requireNonNull(text);
    Objects.requireNonNull(after);
  }

  /** The row of a drawn passage, not labelled yet. */
  public static SheetRow of(Sample sample, int number, PassageText found) {
    var drawn = found.drawn();
    var at = drawn.passage();
    var stratum = drawn.stratum();
    return new SheetRow(
        sample.id(), number, at.shard(), at.row(), at.start(), at.end(), stratum.name(), stratum.drawn(),
        stratum.size(), stratum.inclusion(), "", found.before(), found.text(), found.after());
  }
}
