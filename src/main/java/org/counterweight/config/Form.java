package org.counterweight.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.counterweight.config.Value.Mapping;
import org.counterweight.config.Value.Sequence;

/**
 * What the value of a key must look like, and how it is read.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
interface Form<T> {

  /** Reads a value of this form. */
  T read(Value value) throws MismatchException;

  /** A value that does not have the form it must have. */
  final class MismatchException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Origin at;

    MismatchException(Origin at, String why) {
      super(why);
      this.at = at;
    }

    static MismatchException expected(String form, Value found) {
      return new MismatchException(found.at(), "expected " + form + ", found " + found.describe());
    }

    Origin at() {
      return at;
    }
  }

  /** This form, its values turned into others. */
  default <U> Form<U> map(Function<T, U> other) {
    return value -> other.apply(read(value));
  }

  /** This form, or {@code null} for nothing. */
  default Form<Optional<T>> orNull() {
    return value -> value.isNull() ? Optional.empty() : Optional.of(read(value));
  }

  /** A list of this form. */
  default Form<List<T>> list() {
    return value -> {
      if (!(value instanceof Sequence sequence)) {
        throw MismatchException.expected("a list", value);
      }
      var items = new ArrayList<T>();
      for (var item : sequence.items()) {
        items.add(read(item));
      }
      return List.copyOf(items);
    };
  }

  /** One of this form, or a list of it. */
  default Form<List<T>> oneOrMore() {
    return value -> value instanceof Sequence ? list().read(value) : List.of(read(value));
  }

  /** A mapping from any names to this form, sorted by name. */
  default Form<Map<String, T>> mapping() {
    return value -> {
      if (!(value instanceof Mapping mapping)) {
        throw MismatchException.expected("a mapping such as {name: value}", value);
      }
      var read = new TreeMap<String, T>();
      for (var entry : mapping.entries()) {
        read.put(entry.key(), read(entry.value()));
      }
      return read;
    };
  }
}
