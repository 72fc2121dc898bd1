package org.counterweight.manifest;

import java.io.IOException;
import org.counterweight.corpus.Reason;

/** A run folder could not be written or read; the message is fit for the user as it stands. */
public class ManifestException extends IOException {

  public ManifestException(String message) {
    super(message);
  }

  public ManifestException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The reason an exception gives, or its kind where it gives none; one line. */
  static String reason(Throwable cause) {
    return Text.line(Reason.of(cause));
  }
}
