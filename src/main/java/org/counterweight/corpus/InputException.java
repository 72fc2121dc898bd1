package org.counterweight.corpus;

/** An input that a person named and that cannot be read; the message says why and what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String input, String why) {
    super("Cannot read " + input + ": " + why);
  }

  InputException(String input, String why, Throwable cause) {
    super("Cannot read " + input + ": " + why, cause);
  }
}
