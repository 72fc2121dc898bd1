package org.counterweight.stance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The classifiers that a configuration can name. */
public final class Models {

  /** The name of the shipped linear model. */
  public static final String FAST = "fast";

  private Models() {}

  /**
   * The classifier of a name, or of a model file.
   *
   * @param nameOrPath {@code fast}, or a file's path
   * @throws ModelException if it is not installed or cannot be read
   */
  public static MeasuredClassifier load(String nameOrPath) {
    return switch (nameOrPath) {
      case FAST -> shipped();
      case "accurate", "cascade" ->
          throw new ModelException("Cannot load model " + nameOrPath + ": it is not installed in this build; use fast");
      default -> ModelFile.read(path(nameOrPath));
    };
  }

  /**
   * The linear model of a name or file: the one that can explain itself.
   *
   * @throws ModelException as {@link #load}
   */
  public static LinearModel loadLinear(String nameOrPath) {
    if (load(nameOrPath) instanceof LinearModel linear) {
      return linear;
    }
    throw new ModelException("Cannot load model " + nameOrPath + ": it is not a linear model; use fast");
  }

  private static LinearModel shipped() {
    try (InputStream in = Models.class.getResourceAsStream("fast.model")) {
      if (in == null) {
        throw new ModelException("Cannot load model fast: this build lacks its file fast.model");
      }
      return ModelFile.read(in, FAST);
    } catch (IOException e) {
      throw new ModelException("Cannot load model fast: " + e.getMessage(), e);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new ModelException("Cannot load model: the given name is neither fast nor a path", e);
    }
  }
}
