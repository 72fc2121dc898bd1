package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterweight.stance.MadeModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void theProgramIntroducesItselfAndItsCommands() {
    assertThat(Answer.to("--help").code()).isZero();
    assertThat(Answer.to("--help").out())
        .contains("run", "classify", "explain", "train", "evaluate", "review", "verify", "report", "Exit codes");
    assertThat(Answer.to().code()).isEqualTo(2);
    assertThat(Answer.to("--version").out()).startsWith("counterweight ");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "run", "classify", "explain", "train", "evaluate", "review", "verify", "report", "plan", "sample"
  })
  void everyCommandHasHelpWithExamples(String command) {
    var help = Answer.to(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("usage: counterweight " + command).contains("Examples:").contains("--help");
  }

  @Test
  void anUnknownCommandOrOptionIsAUsageError() {
    assertThat(Answer.to("rum")).isEqualTo(
        new Answer(2, "", "Cannot run 'rum': no such command; counterweight --help lists them\n"));
    assertThat(Answer.to("export").err()).contains("later version");
    assertThat(Answer.to("run", "--inptu", "x").code()).isEqualTo(2);
    assertThat(Answer.to("verify").err()).startsWith("Cannot read the command line:").contains("run");
    assertThat(Answer.to("classify", "stray").err()).contains("Cannot understand 'stray'");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "run --input x --output a --output b", "run --input x --output o --conf a --conf b",
    "run --input x --output o --sample a --sample b", "verify --run a --run b", "report --run a --run b",
    "explain --text a --text b", "evaluate --input a --input b", "review --run r --output a --output b"
  })
  void anOptionOfOneValueGivenTwiceIsAUsageError(String line) {
    var answer = Answer.to(line.split(" "));
    var option = line.substring(line.lastIndexOf("--"), line.lastIndexOf(' '));
    assertThat(answer).isEqualTo(
        new Answer(2, "", "Cannot use " + option + " more than once: it is given as a and b; keep one\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "verify --run gopher://h/x", "report --run gopher://h/x", "plan --run gopher://h/x", "sample --run gopher://h/x",
    "run --input gopher://h/x --output o --set run.engine=stream",
    "run --input data-samples/corpus --output gopher://h/x --set run.engine=stream --set stance.classifier=fast",
  })
  void aLocationThatNoFileSystemHoldsIsAUsageErrorThatNamesThoseKnown(String line) {
    var answer = Answer.to(line.split(" "));
    assertThat(answer.code()).as(answer.err()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot reach gopher://h/x: no file system is known for 'gopher:'")
        .contains("known here are file, hdfs");
  }

  @Test
  void inputsAndSettingsMayBeRepeated() {
    var answer =
        Answer.to(
            "run", "--input", folder + "/a", "--input", folder + "/b", "--output", "o", "--set", "seed=1", "--set",
            "run.engine=stream");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot read " + folder + "/a: no such file");
  }

  @Test
  void everyMistakeInTheConfigurationIsNamedAtOnce() {
    var answer =
        Answer.to(
            "run", "--input", folder.toString(), "--output", folder.resolve("out").toString(),
            "--set", "corpus.txt=body", "--set", "plan.max-epochs=-1");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("corpus.text").contains("plan.max-epochs");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aClassifierThatTheModelFileLacksIsAnErrorThatNamesAnother() throws IOException {
    var fast = folder.resolve("fast.model");
    MadeModels.fastAlone(fast);
    var answer =
        Answer.withInput("", "classify", "--set", "stance.classifier=accurate", "--set", "stance.model=" + fast);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("accurate").contains("fast");
  }

  @Test
  void classifyAnswersEachLineInOrderWithProbabilitiesThatAddUp() throws IOException {
    var input =
        """
        {"id": 17, "text": "The AI will deceive us all and no one will be able to stop the machine."}

        {"id": "b", "text": "Plant the beans in May."}
        {"id": null, "text": ""}
        {"text": 5}
        """;
    var answer = Answer.withInput(input, "classify");
    assertThat(answer.code()).as(answer.err()).isZero();
    var lines = answer.out().lines().toList();
    assertThat(lines).hasSize(4);
    var first = JSON.readTree(lines.get(0));
    assertThat(first.get("id").isInt()).isTrue();
    assertThat(first.get("spans")).hasSize(1);
    assertThat(first.get("spans").get(0).get(0).asInt()).isZero();
    assertThat(JSON.readTree(lines.get(1)).get("stance").asText()).isEqualTo("not_ai");
    assertThat(JSON.readTree(lines.get(3)).get("id").isNull()).isTrue();
    for (var line : lines) {
      double sum = 0;
      for (JsonNode p : JSON.readTree(line).get("p")) {
        sum += p.asDouble();
      }
      assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void spansCountCodePointsOfTheOriginalText() throws IOException {
    var text = "\uD83D\uDE00\uD83D\uDE00 the AI is kind";
    var answer = Answer.withInput("{\"id\":1,\"text\":\"" + text + "\"}\n", "classify");
    var span = JSON.readTree(answer.out()).get("spans").get(0);
    assertThat(span.get(1).asInt()).isEqualTo(text.codePointCount(0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "AI", "\uD83E\uDD16", "\u0627\u0644\u0630\u0643\u0627\u0621 AI", "AI AI AI AI"})
  void oddTextsAreJudgedWithoutFailing(String text) throws IOException {
    var line = JSON.createObjectNode().put("id", 1).put("text", text.repeat(1));
    var answer = Answer.withInput(line + "\n", "classify");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).doesNotContain("NaN");
  }

  @Test
  void classifyNamesTheLineThatIsNoJsonObject() {
    var answer = Answer.withInput("{\"id\":1,\"text\":\"a\"}\n{oops\n", "classify");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("standard input line 2");
    assertThat(Answer.to("classify", "--input", folder.resolve("none").toString()).err())
        .startsWith("Cannot read").contains("no such file");
  }

  @Test
  void explainShowsWordsForAPassageAndSaysWhenTheGateRefuses() {
    var moved = Answer.to("explain", "--text", "No one can control an AI that does not want to be controlled.");
    assertThat(moved.code()).as(moved.err()).isZero();
    assertThat(moved.out()).contains("13 words").doesNotContain("finds nothing");
    assertThat(Answer.to("explain", "--text", "Plant beans.").out()).contains("finds nothing about AI");
    assertThat(Answer.withInput("The robot is our friend.", "explain").code()).isZero();
  }

  @Test
  void explainShowsThePassagesWordedMostAlike() {
    var text = "Switch it off, then. It has already copied itself.";
    var answer = Answer.to("explain", "--text", text, "--passages", "data-samples/stance");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out().lines().dropWhile(line -> !line.startsWith("Worded most alike"))).hasSize(6);
    assertThat(Answer.to("explain", "--text", text).out()).doesNotContain("Worded most alike");
    assertThat(Answer.to("explain", "--text", text, "--passages", folder.resolve("none").toString()).err())
        .startsWith("Cannot read labelled passages").contains("there is no such file");
  }

  @Test
  void evaluateListsErrorsWithoutTheirTextUnlessAsked() throws IOException {
    var set =
        Files.writeString(
            folder.resolve("set.jsonl"), "{\"id\":\"b1\",\"text\":\"Plant beans.\",\"label\":\"doom\"}\n");
    var shy = Answer.to("evaluate", "--input", set.toString(), "--errors", "3");
    assertThat(shy.code()).as(shy.err()).isZero();
    assertThat(shy.out()).contains("1 worst errors", "b1", "0 of 1").doesNotContain("Plant beans");
    var open = Answer.to("evaluate", "--input", set.toString(), "--errors", "3", "--show-text", "--json");
    assertThat(open.out()).contains("\"text\":\"Plant beans.\"", "\"about_ai\":{\"found\":0,\"all\":1");
    for (var bad : List.of("x", "-1", "1.5")) {
      var refused = Answer.to("evaluate", "--input", set.toString(), "--errors=" + bad);
      assertThat(refused.code()).as(bad).isEqualTo(2);
      assertThat(refused.err()).contains("'" + bad + "' is no whole number from 0 on");
    }
  }

  @Test
  void verifyOfNoRunIsAUsageError() {
    var answer = Answer.to("verify", "--run", folder.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot find a run in");
  }

  @Test
  void evaluateAndTrainNameTheFileAndLineTheyCannotRead() throws IOException {
    var set = folder.resolve("set.jsonl");
    Files.writeString(
        set, "{\"text\": \"The AI helps\", \"label\": \"tractable\"}\n{\"text\": \"x\", \"label\": \"odd\"}\n");
    var answer = Answer.to("evaluate", "--input", set.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("set.jsonl:2");
  }

  @Test
  void aModelFileThatIsNoModelIsAnError() throws IOException {
    var model = folder.resolve("bad.model");
    Files.writeString(model, "not a model");
    var answer = Answer.withInput("", "classify", "--set", "stance.model=" + model);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot load model");
  }
}
