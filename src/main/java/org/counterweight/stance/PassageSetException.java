package org.counterweight.stance;

/** Labelled passages cannot be read; the message names file and line. */
public final class PassageSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PassageSetException(String message) {
    super(message);
  }

  public PassageSetException(String message, Throwable cause) {
    super(message, cause);
  }
}
