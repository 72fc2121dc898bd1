package org.counterweight.corpus;

/** A location that no file system here can hold; the message is a whole sentence that names those that can. */
public final class LocationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocationException(String message) {
    super(message);
  }
}
