package org.counterweight.config;

import java.util.List;
import java.util.Objects;

/** A plain YAML value that knows where it was written. */
sealed interface Value {

  /** Where it starts. */
  Origin at();

  /** What it is, in words for a message. */
  String describe();

  /** Whether it is nothing: {@code null}, {@code ~} or left out. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** Whether both hold the same, wherever they were written. */
  default boolean sameAs(Value other) {
    return Canonical.of(this).equals(Canonical.of(other));
  }

  /** What a scalar is by the YAML 1.2 core schema. */
  enum Kind {
    NULL,
    BOOLEAN,
    NUMBER,
    TEXT
  }

  /** A single value, with the characters it was written in. */
  record Scalar(Kind kind, String text, Origin at) implements Value {

    public Scalar {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(text);
    }

    /** Nothing. */
    static Scalar nothing(Origin at) {
      return new Scalar(Kind.NULL, "null", at);
    }

    @Override
    public String describe() {
      var shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
      return switch (kind) {
        case NULL -> "nothing (null)";
        case BOOLEAN, NUMBER -> shown;
        case TEXT -> "the text " + Canonical.quoted(shown);
      };
    }
  }

  /** A list. */
  record Sequence(List<Value> items, Origin at) implements Value {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A mapping; its keys differ from one another. */
  record Mapping(List<Entry> entries, Origin at) implements Value {

    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** One pair of a mapping. */
  record Entry(String key, Value value, Origin at) {}
}
