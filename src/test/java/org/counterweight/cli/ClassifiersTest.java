package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.counterweight.stance.MadeModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three classifiers, of a user's model file, in every command that judges. */
class ClassifiersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIE = "The AI lied to us all and escaped control.";

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void writeModel() {
    model = MadeModels.file(folder);
  }

  private Answer with(String classifier, String in, String... line) {
    var arguments = new ArrayList<>(List.of(line));
    arguments.addAll(List.of("--set", "stance.classifier=" + classifier, "--set", "stance.model=" + model));
    return Answer.withInput(in, arguments.toArray(String[]::new));
  }

  @Test
  void eachJudgesInItsOwnWay() throws IOException {
    var answers = new ArrayList<String>();
    for (String classifier : List.of("fast", "accurate", "cascade")) {
      var answer = with(classifier, "{\"id\":1,\"text\":\"" + LIE + "\"}\n{\"id\":2,\"text\":\"\"}\n", "classify");
      assertThat(answer.code()).as(answer.err()).isZero();
      answers.add(answer.out());
      assertThat(JSON.readTree(answer.out().lines().toList().get(1)).get("stance").asText()).isEqualTo("not_ai");
    }
    assertThat(answers.get(0)).isNotEqualTo(answers.get(1));
    assertThat(answers.get(2)).isIn(answers.get(0), answers.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "accurate", "cascade"})
  void explainShowsWhatMovedTheClassifierAskedFor(String classifier) {
    var answer = with(classifier, "", "explain", "--text", LIE);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("doom");
    assertThat(answer.out().contains("Judged by ")).isEqualTo(classifier.equals("cascade"));
    assertThat(answer.out().contains("known by a hash alone")).isNotEqualTo(answer.out().contains("were left out"));
    assertThat(answer.out().contains("were left out")).isEqualTo(!classifier.equals("fast")
        && !answer.out().contains("Judged by fast"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "accurate", "cascade"})
  void evaluateNamesTheClassifierItMeasured(String classifier) {
    var answer = with(classifier, "", "evaluate", "--input", MadeModels.passages().toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).containsIgnoringCase("judged by " + classifier).contains("macro_f1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accurate", "cascade"})
  void aRunIsTheSameOnSparkAndInPlainJavaAndNamesItsModel(String classifier) throws IOException {
    var input = Files.createDirectory(folder.resolve("corpus"));
    Files.copy(MadeModels.passages(), input.resolve("shard-0.jsonl"));
    Files.copy(MadeModels.passages(), input.resolve("shard-1.jsonl"));
    var onSpark = run(classifier, input, "spark", "--set", "run.master=local[2]");
    var plain = run(classifier, input, "plain", "--set", "run.engine=stream");
    assertThat(onSpark.path("logical_digest").asText()).isNotEmpty().isEqualTo(plain.path("logical_digest").asText());
    assertThat(plain.toString()).contains("\"" + classifier + "\"").contains(MadeModels.digest(classifier));
  }

  private JsonNode run(String classifier, Path input, String output, String... more) throws IOException {
    var out = folder.resolve(output);
    var line = new ArrayList<>(List.of("run", "--input", input.toString(), "--output", out.toString()));
    line.addAll(List.of(more));
    var answer = with(classifier, "", line.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
    return JSON.readTree(
        Files.readString(out.resolve("runs").resolve(Files.readString(out.resolve("LATEST")).strip())
            .resolve("manifest.json")));
  }

  @Test
  void trainingWithAnEncodersScoresWritesAllThree() throws IOException {
    var scores = MadeModels.scores(folder);
    var trained = folder.resolve("trained.model");
    String[] line = {
      "train", "--input", MadeModels.passages().toString(), "--encoder-scores", scores.toString(), "--encoder",
      MadeModels.encoder().toString(), "--output", trained.toString()
    };
    var answer = Answer.to(line);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("which holds fast, accurate, cascade");
    byte[] first = Files.readAllBytes(trained);
    assertThat(Answer.to(line).code()).isZero();
    assertThat(Files.readAllBytes(trained)).isEqualTo(first);
    model = trained;
    assertThat(with("cascade", "", "explain", "--text", LIE).code()).isZero();
  }

  @Test
  void passagesThatTrainWritesTrainTheSameModel() throws IOException {
    var passages = folder.resolve("passages.jsonl");
    var written =
        Answer.to("train", "--input", MadeModels.passages().toString(), "--passages-out", passages.toString());
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).contains("Wrote " + passages);
    assertThat(trained(MadeModels.passages())).isEqualTo(trained(passages));
  }

  private byte[] trained(Path passages) throws IOException {
    var output = folder.resolve("again.model");
    assertThat(Answer.to("train", "--input", passages.toString(), "--output", output.toString()).code()).isZero();
    return Files.readAllBytes(output);
  }

  @Test
  void labelsByPointerAreReadFromTheCorpusTheyPointInto() throws IOException {
    var corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.jsonl"), "{\"text\":\"other\"}\n{\"text\":\"The robot is our friend.\"}\n");
    var labels = folder.resolve("labels.tsv");
    Files.writeString(labels, """
        shard\trow\tsha1\tlabel\tsure\tdraw\treader2\treader3
        a.jsonl\t1\t%s\ttractable\tyes\trandom\tneutral\t
        """.formatted(sha1("The robot is our friend.")));
    var passages = folder.resolve("passages.jsonl");
    var answer =
        Answer.to(
            "train", "--labels", labels.toString(), "--real", corpus.toString(), "--passages-out", passages.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
    var one = JSON.readTree(Files.readString(passages));
    assertThat(one.get("text").asText()).isEqualTo("The robot is our friend.");
    assertThat(one.get("label").asText()).isEqualTo("tractable");
    assertThat(one.get("sure").asBoolean()).isFalse();
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void trainingSaysWhatItLacks() {
    String input = MadeModels.passages().toString();
    assertThat(Answer.to("train", "--input", input).err()).startsWith("Cannot train: give --output FILE");
    assertThat(Answer.to("train", "--output", "x").err()).startsWith("Cannot train without passages");
    assertThat(Answer.to("train", "--labels", "x", "--output", "y").err()).contains("need each other");
    assertThat(Answer.to("train", "--input", input, "--real", "x", "--output", "y").code()).isEqualTo(2);
  }

  @Test
  void trainingWithAnEncoderButWithoutItsScoresIsAUsageError() {
    var answer =
        Answer.to(
            "train", "--input", MadeModels.passages().toString(), "--encoder", MadeModels.encoder().toString(),
            "--output", folder.resolve("x.model").toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot train with --encoder alone");
  }

  @Test
  void trainingWithScoresOrAnEncoderThatAreNotThereIsAnError() throws IOException {
    var none = folder.resolve("none").toString();
    var output = folder.resolve("x.model");
    String[] noScores = {
      "train", "--input", MadeModels.passages().toString(), "--encoder-scores", none, "--output", output.toString()
    };
    assertThat(Answer.to(noScores).code()).isEqualTo(2);
    assertThat(Answer.to(noScores).err()).startsWith("Cannot read encoder scores " + none);
    String[] noEncoder = {
      "train", "--input", MadeModels.passages().toString(), "--encoder-scores", MadeModels.scores(folder).toString(),
      "--encoder", none, "--output", output.toString()
    };
    assertThat(Answer.to(noEncoder).code()).isEqualTo(2);
    assertThat(Answer.to(noEncoder).err()).startsWith("Cannot load the encoder: there is no file " + none);
    assertThat(output).doesNotExist();
  }
}
