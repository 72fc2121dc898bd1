package org.counterweight.corpus;

import java.io.IOException;

/** Content that breaks off, as against a file system that fails. */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedException(String why) {
    super(why);
  }

  DamagedException(String why, Throwable cause) {
    super(why, cause);
  }
}
