package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code scripts/submit} hands to spark-submit, in a copy of the project's folder that is built already. */
class SubmitTest {

  private static final List<String> LIBRARIES =
      List.of("onnxruntime-1.0.jar", "tokenizers-1.0.jar", "api-1.0.jar");

  @TempDir Path home;

  @BeforeEach
  void build() throws IOException {
    Files.createDirectories(home.resolve("scripts"));
    Files.copy(Path.of("scripts/submit"), home.resolve("scripts/submit"));
    var spark = Files.createDirectories(home.resolve("spark/bin")).resolve("spark-submit");
    Files.writeString(spark, "#!/bin/sh\n");
    assertThat(spark.toFile().setExecutable(true)).isTrue();
    var lib = Files.createDirectories(home.resolve("target/local/lib"));
    for (var library : LIBRARIES) {
      Files.createFile(lib.resolve(library));
    }
    Files.createFile(lib.resolve("api-gateway.jar"));
  }

  private void installEncoder() throws IOException {
    Files.createFile(home.resolve("target/counterweight-encoder.jar"));
  }

  private String submit(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "env", "DRY=1", "SPARK_HOME=" + home.resolve("spark"), "COUNTERWEIGHT_JAR=/x/counterweight.jar", "bash",
                "scripts/submit"));
    command.addAll(List.of(arguments));
    var answer = Launcher.shell(home, command);
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.out();
  }

  private String encoderJars() {
    var jars = new ArrayList<>(List.of(home + "/target/counterweight-encoder.jar"));
    LIBRARIES.forEach(library -> jars.add(home + "/target/local/lib/" + library));
    return String.join("\\,", jars);
  }

  @Test
  void withoutAnEncoderNothingIsAdded() throws Exception {
    assertThat(submit("--master", "m", "--", "run", "--input", "i")).doesNotContain("--jars").contains("--master m");
    assertThat(submit("--jars", "a.jar", "--", "run")).contains("--jars a.jar ");
  }

  @Test
  void theEncoderAndItsLibrariesGoAlong() throws Exception {
    installEncoder();
    assertThat(submit("--master", "m", "--", "run", "--input", "i"))
        .contains("--jars " + encoderJars() + " ")
        .contains("--master m ")
        .contains("--class org.counterweight.Counterweight ")
        .endsWith("/x/counterweight.jar run --input i \n");
  }

  @ParameterizedTest
  @CsvSource({"--jars,a.jar", "--jars=a.jar,", "--conf,spark.jars=a.jar", "--conf=spark.jars=a.jar,"})
  void jarsOfTheUserAreMergedInOneOption(String option, String value) throws Exception {
    installEncoder();
    var arguments = new ArrayList<>(List.of("--name", "n", option));
    if (value != null) {
      arguments.add(value);
    }
    arguments.addAll(List.of("--conf", "spark.x=1", "--", "run"));
    var call = submit(arguments.toArray(String[]::new));
    assertThat(call).contains("--jars " + encoderJars() + "\\,a.jar ").contains("--name n").contains("spark.x=1");
    assertThat(call.split("--jars|spark\\.jars", -1)).hasSize(2);
  }

  @Test
  void severalListsOfJarsAreAllKept() throws Exception {
    installEncoder();
    assertThat(submit("--jars", "a.jar,b.jar", "--jars", "c.jar", "--", "run"))
        .contains("--jars " + encoderJars() + "\\,a.jar\\,b.jar\\,c.jar ");
  }

  @Test
  void aJobThatSaysFastCarriesNoEncoder() throws Exception {
    installEncoder();
    assertThat(submit("--master", "m", "--", "run", "--set", "stance.classifier=fast")).doesNotContain("encoder");
    assertThat(submit("--master", "m", "--", "run", "--set", "stance.classifier=accurate")).contains("encoder");
  }
}
