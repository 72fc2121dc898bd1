package org.counterweight.cli;

/** A command line that cannot be carried out as it stands. */
final class UsageException extends Exception {

  UsageException(String message) {
    super(message);
  }
}
