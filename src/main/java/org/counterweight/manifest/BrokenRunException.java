package org.counterweight.manifest;

/** A file of a published run is gone, cut short or changed, so that the run cannot be read as it was published. */
public final class BrokenRunException extends ManifestException {

  private static final long serialVersionUID = 1;

  /**
   * @param what cannot be read: a file, with line or column where known
   * @param why in words that may follow a colon
   */
  public BrokenRunException(String what, String why) {
    this(what, why, null);
  }

  /** The same with what showed it. */
  public BrokenRunException(String what, String why, Throwable cause) {
    super("Cannot read " + what + ": " + why + "; publish the run again, or name another", cause);
  }
}
