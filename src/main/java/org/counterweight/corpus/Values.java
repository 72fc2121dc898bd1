package org.counterweight.corpus;

/** The fields of the record that a reader stands on, by the number of their path in a {@link FieldIndex}. */
interface Values {

  /** The value at a path. Valid until the reader moves on. */
  Value at(int path);
}
