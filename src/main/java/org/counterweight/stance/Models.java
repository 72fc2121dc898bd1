package org.counterweight.stance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The classifiers that a configuration can name. */
public final class Models {

  /** The name of the linear model. */
  public static final String FAST = "fast";

  /** The name of the transformer with the linear model. */
  public static final String ACCURATE = "accurate";

  /** The name of the two, the accurate one only where the fast one sees a stance. */
  public static final String CASCADE = "cascade";

  private static final String SHIPPED = "stance.model";

  private Models() {}

  /**
   * A classifier of the shipped model file, or of a user's. For {@code accurate} and {@code cascade} it opens the
   * encoder, so that one that is missing is known at once.
   *
   * @param classifier {@code fast}, {@code accurate} or {@code cascade}
   * @param file a model file's path; null for the shipped one
   * @throws ModelException if the file, the classifier in it, or the encoder it needs is missing or cannot be used
   */
  public static MeasuredClassifier load(String classifier, String file) {
    var set = file == null ? shipped() : ModelFile.read(path(file));
    String where = file == null ? "the one shipped with this build" : file;
    return switch (classifier) {
      case FAST -> set.fast();
      case ACCURATE -> held(set.accurate(), set, classifier, where).opened();
      case CASCADE -> held(set.cascade(), set, classifier, where).opened();
      default ->
          throw new ModelException(
              "Cannot load classifier " + classifier + ": it is none of fast, accurate, cascade");
    };
  }

  private static <T> T held(Optional<T> model, ModelSet set, String classifier, String where) {
    return model.orElseThrow(
        () ->
            new ModelException(
                "Cannot load classifier %s: the model file (%s) holds only %s; use %s, or train one with train"
                    .formatted(classifier, where, String.join(", ", set.names()), FAST)
                    + " --encoder-scores"));
  }

  /**
   * The sha256 of an encoder, which is opened to see that it can be used.
   *
   * @param onnx its network, with {@code tokenizer.json} beside it; null for the encoder on the class path
   * @throws ModelException if it cannot be used
   */
  public static String encoder(String onnx) {
    return Encoders.sha256(onnx == null ? null : path(onnx));
  }

  private static ModelSet shipped() {
    try (InputStream in = Models.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new ModelException("Cannot load the shipped model: this build lacks its file " + SHIPPED);
      }
      return ModelFile.read(in, SHIPPED);
    } catch (IOException e) {
      throw new ModelException("Cannot load the shipped model: " + e.getMessage(), e);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new ModelException("Cannot load model: the given name is no path", e);
    }
  }
}
