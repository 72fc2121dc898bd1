package org.counterweight.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Passages written for the tests, and a small model trained on them once. */
final class Made {

  static final List<LabelledPassage> PASSAGES = PassageSet.read(file()).passages();
  static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new FeatureSettings(12, 2, FeatureSettings.VERSION), 100_000, 40, 1, 4, 800_000, 1_000_000, 7);
  static final TrainingReport REPORT = Trainer.report(PASSAGES, SETTINGS);
  static final LinearModel MODEL = REPORT.model();
  static final List<String> SCORE_LINES = scoreLines();
  static final StackedReport STACKED = Trainer.stacked(PASSAGES, SETTINGS, scores(SCORE_LINES), Tiny.SHA256);
  static final ModelSet MODELS = STACKED.models();
  static final AccurateModel ACCURATE = MODELS.accurate().orElseThrow();
  static final CascadeModel CASCADE = MODELS.cascade().orElseThrow();

  private Made() {}

  static Path file() {
    try {
      return Path.of(Made.class.getResource("made.jsonl").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tests' encoder has seen no passage at all, so that its scores are out of any fold. */
  private static List<String> scoreLines() {
    var lines = new ArrayList<String>();
    for (var passage : PASSAGES) {
      var line = new StringBuilder(EncoderScores.keyOf(passage.text()));
      line.append('\t').append(REPORT.foldOfFamily().get(passage.source()));
      for (double score : Tiny.encoder().score(passage.text())) {
        line.append('\t').append(score);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Scores under their header. */
  static EncoderScores scores(List<String> lines) {
    String text = "sha1\tfold\tdoom\ttractable\tneutral\tnot_ai\n" + String.join("\n", lines) + "\n";
    try {
      return EncoderScores.read(new BufferedReader(new StringReader(text)), "scores.tsv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
