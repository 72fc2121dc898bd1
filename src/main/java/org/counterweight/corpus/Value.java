package org.counterweight.corpus;

/** What a record holds in one field, whatever its format. */
public sealed interface Value {

  /** No such field, or null. */
  enum Missing implements Value {
    MISSING
  }

  /** An object or a list. */
  enum Nested implements Value {
    NESTED
  }

  /** A string. */
  record Text(String text) implements Value {}

  /** A number as it is written, {@code NaN} and {@code Infinity} included. */
  record Number(String literal) implements Value {}

  /** A boolean. */
  record Truth(boolean truth) implements Value {}

  /** Ids of any scalar type are text; empty where there is nothing to read. */
  default String asText() {
    if (this instanceof Text text) {
      return text.text();
    }
    if (this instanceof Number number) {
      return number.literal().equals("NaN") ? "" : number.literal();
    }
    return this instanceof Truth truth ? Boolean.toString(truth.truth()) : "";
  }
}
