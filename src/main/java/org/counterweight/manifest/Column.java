package org.counterweight.manifest;

import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.counterweight.stance.Probabilities;

/**
 * One column of a table: its name, how it is stored, and where its value comes from.
 *
 * @param value a {@link String} for text, a {@link Long} for everything else
 */
record Column<R>(String name, Kind kind, Function<R, Object> value) {

  static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, Kind.TEXT, value::apply);
  }

  static <R> Column<R> name(String name, Function<R, String> value) {
    return new Column<>(name, Kind.NAME, value::apply);
  }

  static <R> Column<R> small(String name, Function<R, Integer> value) {
    return new Column<>(name, Kind.SMALL, row -> value.apply(row).longValue());
  }

  static <R> Column<R> whole(String name, Function<R, Long> value) {
    return new Column<>(name, Kind.WHOLE, value::apply);
  }

  static <R> Column<R> millionths(String name, Function<R, Long> value) {
    return new Column<>(name, Kind.MILLIONTHS, value::apply);
  }

  /** Millionths as the decimal fraction that files show. */
  static double decimal(long millionths) {
    return millionths / (double) Probabilities.ONE;
  }

  /** How a column is stored in Parquet. Columns are never null. */
  enum Kind {
    /** Text of which few rows share a value. */
    TEXT("binary %s (STRING)") {
      @Override
      Object take(Group group, int field) {
        return group.getString(field, 0);
      }
    },
    /** Text that takes a value many times over. */
    NAME("binary %s (STRING)") {
      @Override
      Object take(Group group, int field) {
        return group.getString(field, 0);
      }
    },
    SMALL("int32 %s") {
      @Override
      Object take(Group group, int field) {
        return (long) group.getInteger(field, 0);
      }
    },
    WHOLE("int64 %s") {
      @Override
      Object take(Group group, int field) {
        return group.getLong(field, 0);
      }
    },
    MILLIONTHS("double %s") {
      @Override
      Object take(Group group, int field) {
        return exactMillionths(group.getDouble(field, 0));
      }
    };

    private final String parquet;

    Kind(String parquet) {
      this.parquet = parquet;
    }

    String declare(String name) {
      return "required " + parquet.formatted(name) + ";\n";
    }

    abstract Object take(Group group, int field);

    /** The millionths that a decimal fraction shows. */
    static long exactMillionths(double value) {
      long millionths = Math.round(value * Probabilities.ONE);
      if (decimal(millionths) != value) {
        throw new IllegalArgumentException("Cannot read " + value + ": not a whole number of millionths");
      }
      return millionths;
    }
  }
}
