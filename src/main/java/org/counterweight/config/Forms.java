package org.counterweight.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Kind;
import org.counterweight.config.Value.Scalar;

/** The forms of single values. Numbers are exact until they have their type, so {@code 1e3} is a whole number. */
final class Forms {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?([KMGT])iB");
  private static final Pattern PERCENT = Pattern.compile("([-+]?\\d{1,9}(?:\\.\\d{1,9})?) ?%");
  private static final int LONGEST_NUMBER = 64;
  private static final List<String> UNITS = List.of("K", "M", "G", "T");

  private Forms() {}

  /** Text that is not blank. Numbers and truth values are refused: they would lose the form they were written in. */
  static Form<String> text() {
    return value -> {
      if (!(value instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
        throw MismatchException.expected("text (in quotes where it looks like a number or true, false, null)", value);
      }
      if (scalar.text().isBlank()) {
        throw new MismatchException(value.at(), "expected text, found blank text");
      }
      return scalar.text();
    };
  }

  /** The path of a field: names joined by dots, such as {@code metadata.score}. */
  static Form<String> path() {
    return value -> {
      var path = text().read(value);
      if (Arrays.stream(path.split("\\.", -1)).anyMatch(String::isBlank)) {
        throw MismatchException.expected("names joined by single dots, such as metadata.score", value);
      }
      return path;
    };
  }

  /** {@code true} or {@code false}. */
  static Form<Boolean> flag() {
    return value -> {
      if (!(value instanceof Scalar scalar) || scalar.kind() != Kind.BOOLEAN) {
        throw MismatchException.expected("true or false", value);
      }
      return scalar.text().toLowerCase(Locale.ROOT).equals("true");
    };
  }

  /** One of the names of an enum in lower case, with {@code -} for {@code _}. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    var names = Arrays.stream(type.getEnumConstants()).map(Forms::name).collect(Collectors.joining(", "));
    return value -> {
      for (var choice : type.getEnumConstants()) {
        if (value instanceof Scalar scalar && scalar.text().equals(name(choice))) {
          return choice;
        }
      }
      throw MismatchException.expected("one of " + names, value);
    };
  }

  private static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A whole number in a closed range. */
  static Form<Long> whole(long least, long most) {
    return value -> {
      var expected = "a whole number" + range(Long.toString(least), most == Long.MAX_VALUE ? "" : Long.toString(most));
      try {
        long number = decimal(value, expected).longValueExact();
        if (number < least || number > most) {
          throw MismatchException.expected(expected, value);
        }
        return number;
      } catch (ArithmeticException e) {
        throw MismatchException.expected(expected, value);
      }
    };
  }

  /** A finite number in a closed range. */
  static Form<Double> number(double least, double most) {
    var expected = "a number" + range(plain(least), Double.isInfinite(most) ? "" : plain(most));
    return value -> within(decimal(value, expected).doubleValue(), least, most, MismatchException.expected(expected, value));
  }

  /** A finite number above a bound. */
  static Form<Double> numberAbove(double bound) {
    var expected = "a number above " + plain(bound);
    return value ->
        within(
            decimal(value, expected).doubleValue(),
            Math.nextUp(bound),
            Double.MAX_VALUE,
            MismatchException.expected(expected, value));
  }

  /** A share of something: a number, or a percentage, in a closed range of at most 0 to 1. */
  static Form<Double> share(double least, double most) {
    return share(least, most, "from " + plain(least) + " to " + plain(most));
  }

  private static Form<Double> share(double least, double most, String range) {
    var expected = "a share " + range + ", or a percentage such as 1%";
    return value -> {
      var mismatch = MismatchException.expected(expected, value);
      if (value instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
        var percent = PERCENT.matcher(scalar.text());
        if (!percent.matches()) {
          throw mismatch;
        }
        return within(new BigDecimal(percent.group(1)).movePointLeft(2).doubleValue(), least, most, mismatch);
      }
      return within(decimal(value, expected).doubleValue(), least, most, mismatch);
    };
  }

  /** A share above zero, up to one. */
  static Form<Double> shareAboveZero() {
    return share(Math.nextUp(0.0), 1, "above 0, at most 1");
  }

  /** A share above zero and below one. */
  static Form<Double> shareWithin() {
    return share(Math.nextUp(0.0), Math.nextDown(1.0), "above 0 and below 1");
  }

  /** A size in bytes in a closed range: a whole number, or one with KiB, MiB, GiB or TiB. */
  static Form<Long> size(long least, long most) {
    var expected = "a size such as 32MiB" + range(bytes(least), bytes(most)) + " (units KiB, MiB, GiB, TiB)";
    return value -> {
      var mismatch = MismatchException.expected(expected, value);
      var bytes = decimal(value, expected, SIZE, mismatch);
      if (bytes.compareTo(BigDecimal.valueOf(least)) < 0 || bytes.compareTo(BigDecimal.valueOf(most)) > 0) {
        throw mismatch;
      }
      return bytes.longValueExact();
    };
  }

  private static BigDecimal decimal(Value value, String expected, Pattern withUnit, MismatchException mismatch)
      throws MismatchException {
    if (value instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
      var size = withUnit.matcher(scalar.text());
      if (!size.matches()) {
        throw mismatch;
      }
      return new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1L << 10 * (UNITS.indexOf(size.group(2)) + 1)));
    }
    var number = decimal(value, expected);
    if (number.stripTrailingZeros().scale() > 0) {
      throw mismatch;
    }
    return number;
  }

  private static BigDecimal decimal(Value value, String expected) throws MismatchException {
    if (value instanceof Scalar scalar && scalar.kind() == Kind.NUMBER && scalar.text().length() <= LONGEST_NUMBER) {
      try {
        return new BigDecimal(scalar.text());
      } catch (NumberFormatException e) {
        throw MismatchException.expected(expected, value);
      }
    }
    throw MismatchException.expected(expected, value);
  }

  private static double within(double number, double least, double most, MismatchException otherwise)
      throws MismatchException {
    if (!(number >= least && number <= most) || Double.isInfinite(number)) {
      throw otherwise;
    }
    return number;
  }

  private static String range(String least, String most) {
    return most.isEmpty() ? ", at least " + least : " from " + least + " to " + most;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
  }

  private static String bytes(long bytes) {
    int unit = 0;
    while (bytes >= 1024 && bytes % 1024 == 0 && unit < UNITS.size()) {
      bytes /= 1024;
      unit++;
    }
    return bytes + (unit == 0 ? "" : UNITS.get(unit - 1) + "iB");
  }
}
