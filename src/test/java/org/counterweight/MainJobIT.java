package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job through its launcher, on the newest Spark, over the shipped samples. */
class MainJobIT {

  private static final String SAMPLES = "data-samples/corpus";

  @TempDir static Path folder;
  private static Launcher first;

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    first = run("spark", "--set", "run.master=local[2]");
  }

  private static Launcher run(String name, String... more) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("run", "--input", SAMPLES));
    arguments.addAll(List.of("--output", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    return Launcher.run(arguments.toArray(String[]::new));
  }

  /** Copies a part of what the first run left into the output folder of another. */
  private static void copy(String part, String name) throws IOException {
    var from = folder.resolve("spark").resolve(part);
    var to = folder.resolve(name).resolve(part);
    Files.createDirectories(to.getParent());
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  private static Path latest(String name) throws IOException {
    var output = folder.resolve(name);
    return output.resolve("runs").resolve(Files.readString(output.resolve("LATEST")).strip());
  }

  private static String manifest(String name) throws IOException {
    return Files.readString(latest(name).resolve("manifest.json"));
  }

  private static double number(String json, String key) {
    var matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*\\{?[^0-9-]*([0-9.Ee-]+)").matcher(json);
    assertThat(matcher.find()).as(key).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void theShippedConfigurationShowsATiltAndWhyItsModelMayNotCorrectIt() throws IOException {
    assertThat(first.code()).as(first.err()).isEqualTo(4);
    assertThat(first.out()).contains("No document may gain").contains("counterweight verify --run");
    var corpus = Files.readString(latest("spark").resolve("statistics/corpus.json"));
    assertThat(number(corpus, "odds_raw")).isGreaterThan(1);
    var manifest = manifest("spark");
    assertThat(number(manifest, "words_after")).isEqualTo(number(manifest, "words_before"));
  }

  @Test
  void aUserWhoTakesTheRiskGetsTheOddsAskedFor() throws IOException, InterruptedException {
    copy("cache", "risked"); // its judgements are those of the first run: only the plan differs
    var risked = run("risked", "--set", "stance.gain-threshold=0.45", "--set", "plan.target.odds=2.7");
    assertThat(risked.code()).as(risked.err()).isZero();
    assertThat(risked.out()).contains("as stance.gain-threshold asks");
    var manifest = manifest("risked");
    assertThat(number(manifest, "achieved_rounded")).isBetween(2.65, 2.75);
    assertThat(number(manifest, "words_after")).isGreaterThan(number(manifest, "words_before"));
  }

  @Test
  void nothingIsSaidOnStandardErrorWhenNobodyWatches() {
    assertThat(first.err().lines().filter(line -> !line.startsWith("Building"))).isEmpty();
  }

  @Test
  void aRunVerifiesUntilOneByteChanges() throws IOException, InterruptedException {
    var good = Launcher.run("verify", "--run", folder.resolve("spark").toString());
    assertThat(good.code()).as(good.err()).isZero();
    copy("LATEST", "tampered");
    copy("runs/" + latest("spark").getFileName(), "tampered");
    Path part;
    try (var parts = Files.list(latest("tampered").resolve("documents"))) {
      part = parts.sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);
    var bad = Launcher.run("verify", "--run", folder.resolve("tampered").toString());
    assertThat(bad.code()).isEqualTo(3);
    assertThat(bad.err()).contains(part.getFileName().toString());
  }

  @Test
  void javaStreamsGiveTheSameDigestAsSpark() throws IOException, InterruptedException {
    assertThat(run("stream", "--set", "run.engine=stream").code()).isEqualTo(first.code());
    assertThat(digest(manifest("stream"))).isEqualTo(digest(manifest("spark")));
  }

  private static String digest(String manifest) {
    return manifest.replaceAll("(?s).*\"logical_digest\"\\s*:\\s*\"([0-9a-f]{64})\".*", "$1");
  }

  @Test
  void aSampleForecastsTheWholeRunAndLeavesThePointerAlone() throws IOException, InterruptedException {
    var before = latest("spark");
    var sample = run("spark", "--sample", "50%");
    assertThat(sample.code()).as(sample.err()).isIn(0, 4);
    assertThat(sample.out()).contains("Forecast").contains("documents about AI");
    assertThat(latest("spark")).isEqualTo(before);
  }

  @Test
  void aDryRunSaysWhatItWouldDoAndDoesNothing() throws IOException, InterruptedException {
    var dry = run("dry", "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("max-epochs")
        .contains("Zstandard (.zst, .zstd)    works")
        .contains("essays-00.jsonl")
        .contains("What would be written");
    assertThat(folder.resolve("dry")).doesNotExist();
  }
}
