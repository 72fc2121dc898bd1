package org.counterweight.stance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** For tests of other packages: a model file with all three classifiers for the tests' encoder, and what made it. */
public final class MadeModels {

  private MadeModels() {}

  /** A model file in a folder. */
  public static Path file(Path folder) {
    var file = folder.resolve("made.model");
    ModelFile.write(Made.MODELS, file);
    return file;
  }

  /** Writes a model file with the fast classifier alone. */
  public static void fastAlone(Path file) {
    ModelFile.write(ModelSet.of(Made.MODEL), file);
  }

  /** The passages that made it. */
  public static Path passages() {
    return Made.file();
  }

  /** The encoder's scores of these passages. */
  public static Path scores(Path folder) throws IOException {
    String header = "sha1\tfold\tdoom\ttractable\tneutral\tnot_ai\n";
    return Files.writeString(folder.resolve("scores.tsv"), header + String.join("\n", Made.SCORE_LINES) + "\n");
  }

  /** The tests' encoder. */
  public static Path encoder() {
    return Tiny.file("encoder.onnx");
  }

  /** The digest of a classifier of the model file. */
  public static String digest(String classifier) {
    return switch (classifier) {
      case "accurate" -> Made.ACCURATE.digest();
      case "cascade" -> Made.CASCADE.digest();
      default -> Made.MODEL.digest();
    };
  }
}
