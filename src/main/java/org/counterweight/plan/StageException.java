package org.counterweight.plan;

/** A stage that this corpus cannot fill as it is configured; the message is a full sentence for the user. */
public final class StageException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  StageException(String message) {
    super(message);
  }
}
