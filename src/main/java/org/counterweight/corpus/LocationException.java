package org.counterweight.corpus;

/** A location that a person named and that cannot be used; the message is a whole sentence that says what can. */
public final class LocationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why a location cannot be used. */
  public LocationException(String message) {
    super(message);
  }
}
