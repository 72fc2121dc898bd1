package org.counterweight.manifest;

/** The folder that a user named cannot serve: it holds no run, or another run holds it. Naming another helps. */
public final class RunFolderException extends ManifestException {

  public RunFolderException(String message) {
    super(message);
  }

  public RunFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
