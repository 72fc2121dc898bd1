package org.counterweight.corpus;

/** A line that is no JSON object; thrown often on bad shards, so it records no stack. */
final class NotJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  NotJsonException(String expected, int offset) {
    super("expected " + expected + " at byte " + offset + " of the line", null, false, false);
  }
}
