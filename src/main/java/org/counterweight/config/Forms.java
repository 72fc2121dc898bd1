package org.counterweight.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Kind;
import org.counterweight.config.Value.Scalar;

/** The forms of text, paths, truth values and choices. */
final class Forms {

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
}
