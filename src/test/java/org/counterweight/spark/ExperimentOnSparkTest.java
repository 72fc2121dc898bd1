package org.counterweight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.counterweight.plan.Arm;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.plan.Stage;
import org.counterweight.run.Engine;
import org.counterweight.run.MadeCorpus;
import org.counterweight.run.MadeLengths;
import org.counterweight.run.Progress;
import org.counterweight.run.Published;
import org.counterweight.run.Run;
import org.counterweight.run.StreamEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arms and doses are the same whatever engine carries the run. */
class ExperimentOnSparkTest {

  private static final Experiment ARMS =
      new Experiment(
          List.of(Stage.only()), List.of(Arm.TREATMENT, Arm.SALIENCE, Arm.PLACEBO), List.of(0.005, 0.02), 1);

  @Test
  void everyVariantIsTheSame(@TempDir Path folder) throws IOException {
    var input = MadeLengths.write(folder.resolve("in"), 3, true);
    var stream = run(input, folder.resolve("stream"), new StreamEngine(Progress.SILENT), 1 << 20);
    assertThat(stream.manifest().feasible()).isTrue();
    try (var spark = SparkEngine.start("local[2]", Progress.SILENT)) {
      var other = run(input, folder.resolve("spark"), spark, 30_000);
      assertThat(other.manifest().variants()).isEqualTo(stream.manifest().variants());
    }
  }

  private static Published run(Path input, Path output, Engine engine, long splitBytes) throws IOException {
    return new Run(MadeCorpus.job(List.of(input), output, PlanSettings.defaults(), ARMS, 0.02, splitBytes), engine)
        .publish();
  }
}
