package org.counterweight.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.RowFormat;
import org.counterweight.passage.Gate;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.stance.Models;
import org.counterweight.virality.ViralitySettings;

/** A small made-up corpus of all stances with copies, hosts and months, and jobs over it. */
public final class MadeCorpus {

  private static final String[] OPENINGS = {
    "The AI will betray its makers and take control of every weapon it can reach",
    "Our AI assistant admits mistakes, accepts correction and stays honest with the people it serves",
    "A language model is trained on text and evaluated on a benchmark of questions",
    "Bake the bread until the crust is brown and let it cool on a rack"
  };

  private MadeCorpus() {}

  /** Writes three shards of 120 documents into a new folder. */
  static Path write(Path folder) throws IOException {
    Files.createDirectory(folder);
    var random = new Random(7);
    for (int shard = 0; shard < 3; shard++) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 120; i++) {
        var text = OPENINGS[random.nextInt(4)] + ". Story number " + random.nextInt(60) + " is told again.";
        lines.add(
            ("{\"id\": \"%d-%d\", \"source\": \"s%d\", \"url\": \"https://h%d.example/%d\","
                        + " \"created\": \"20%02d-0%d-01\",")
                    .formatted(shard, i, random.nextInt(3), random.nextInt(5), i, random.nextInt(20), 1 + i % 9)
                + " \"text\": \"" + text + "\"}");
      }
      lines.add("{\"id\": \"broken\", ");
      Files.write(folder.resolve("shard-" + shard + ".jsonl"), lines, StandardCharsets.UTF_8);
    }
    return folder;
  }

  /** How the fast classifier plans in whole runs and on their census. */
  static Job job(Path input, Path output, PlanSettings plan, double threshold) {
    return job(List.of(input), output, plan, Experiment.none(), threshold, InputSettings.defaults().splitBytes());
  }

  /** The same with an experiment, over inputs that are read in splits of so many bytes. */
  public static Job job(
      List<Path> inputs, Path output, PlanSettings plan, Experiment experiment, double threshold, long splitBytes) {
    var model = Models.load("fast", null);
    var d = InputSettings.defaults();
    var lenient =
        new InputSettings(0.1, d.maxRecordBytes(), d.maxWindowBytes(), d.maxDamagedShards(), splitBytes);
    return new Job(
        inputs.stream().map(Path::toString).toList(),
        Storage.path(output.toString()).toString(),
        Storage.local(),
        new Job.Reading(CorpusSettings.defaults(), lenient),
        new Job.Judges(
            Gate.reading(Set.of("en")), model, new Gains(model.operatingPoint(), Optional.of(threshold))),
        ViralitySettings.defaults().withReplicates(100),
        plan,
        experiment,
        RowFormat.JSONL,
        1,
        true,
        new Job.Identity("test", "test", "", "00".repeat(32), "00".repeat(32)));
  }
}
