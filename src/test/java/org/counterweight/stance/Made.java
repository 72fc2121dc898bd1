package org.counterweight.stance;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Passages written for the tests, and a small model trained on them once. */
final class Made {

  static final List<LabelledPassage> PASSAGES = PassageSet.read(file()).passages();
  static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new FeatureSettings(12, 2, FeatureSettings.VERSION), 100_000, 40, 1, 4, 800_000, 1_000_000, 7);
  static final TrainingReport REPORT = Trainer.report(PASSAGES, SETTINGS);
  static final LinearModel MODEL = REPORT.model();

  private Made() {}

  static Path file() {
    try {
      return Path.of(Made.class.getResource("made.jsonl").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
