package org.counterweight.config;

import java.util.Comparator;

/**
 * Where a key or value was written.
 *
 * @param layer the layer it is in
 * @param line 1-based line of the file; for {@code --set}, 1-based number of the argument
 * @param column 1-based column; 0 where it has none
 */
record Origin(Layer layer, int line, int column) implements Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::layer).thenComparingInt(Origin::line).thenComparingInt(Origin::column);

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  /** The place as messages name it. */
  @Override
  public String toString() {
    return switch (layer) {
      case DEFAULTS -> "shipped defaults, line " + line;
      case FILE -> "line " + line;
      case SET -> "--set";
    };
  }
}
