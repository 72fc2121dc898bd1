package org.counterweight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterweight.stance.MadeModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and model files that nobody meant, in the commands that judge: an answer or a clear error, never NaN. */
class OddTextsTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final int CHECKSUM = 32;

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void writeModel() {
    model = MadeModels.file(folder);
  }

  /** By what they are: no word, one, only emoji, right to left with and without the gate's words, and 10 MB. */
  private static Map<String, String> texts() {
    var texts = new TreeMap<String, String>();
    texts.put("empty", "");
    texts.put("blank", " \u00a0\n\t\u3000 ");
    texts.put("one word", "AI");
    texts.put("one other word", "bread");
    texts.put(
        "emoji",
        "\ud83e\udd16\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\ud83c\uddfa\ud83c\uddf8");
    texts.put("half an emoji", "AI \ud83e will help");
    texts.put(
        "right to left",
        "\u0627\u0644\u0630\u0643\u0627\u0621 \u0627\u0644\u0627\u0635\u0637\u0646\u0627\u0639\u064a"
            + " \u05e9\u05dc\u05d5\u05dd");
    texts.put("right to left with AI", "\u202e\u0627\u0644\u0630\u0643\u0627\u0621 AI \u05d1\u05d9\u05e0\u05d4\u202c");
    texts.put("controls", "AI\u0000\u0007\u001b[31m lied\ufeff");
    texts.put(
        "10 MB of prose",
        ("The bread rises and the oven is warm. ".repeat(40) + "\n\n").repeat(6_600) + "The AI lied.");
    texts.put("10 MB of one word", "a".repeat(10_000_000));
    return texts;
  }

  private Answer with(String classifier, String in, String... line) {
    var arguments = new ArrayList<>(List.of(line));
    arguments.addAll(List.of("--set", "stance.classifier=" + classifier, "--set", "stance.model=" + model));
    return Answer.withInput(in, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "accurate", "cascade"})
  void everyOneIsClassified(String classifier) throws IOException {
    var in = new StringBuilder();
    for (var text : texts().entrySet()) {
      var node = JSON.createObjectNode().put("id", text.getKey()).put("text", text.getValue());
      in.append(JSON.writeValueAsString(node)).append('\n');
    }
    var answer = with(classifier, in.toString(), "classify");
    assertThat(answer.code()).as(answer.err()).isZero();
    var lines = answer.out().lines().toList();
    assertThat(lines).hasSize(texts().size());
    for (var line : lines) {
      var judged = JSON.readTree(line);
      double sum = 0;
      for (var p : judged.get("p")) {
        assertThat(p.asDouble()).as(line.substring(0, Math.min(200, line.length()))).isBetween(0.0, 1.0);
        sum += p.asDouble();
      }
      assertThat(sum).isBetween(0.999999, 1.000001);
      boolean aboutAi = judged.get("id").asText().matches(".*AI.*|one word|half an emoji|controls|10 MB of prose");
      if (!aboutAi) {
        assertThat(judged.get("stance").asText()).as(judged.get("id").asText()).isEqualTo("not_ai");
        assertThat(judged.get("spans")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "accurate", "cascade"})
  void everyOneIsEvaluated(String classifier) throws IOException {
    var lines = new ArrayList<String>();
    for (var text : texts().entrySet()) {
      var label = text.getKey().contains("AI") ? "doom" : "not_ai";
      var node = JSON.createObjectNode().put("id", text.getKey()).put("text", text.getValue()).put("label", label);
      lines.add(JSON.writeValueAsString(node));
    }
    var set = Files.write(folder.resolve("odd.jsonl"), lines, StandardCharsets.UTF_8);
    var answer = with(classifier, "", "evaluate", "--input", set.toString(), "--errors", "20");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("11 passages").contains("not_ai").doesNotContain("NaN", "\u001b", "\u202e");
    var json = JSON.readTree(with(classifier, "", "evaluate", "--input", set.toString(), "--json").out());
    assertThat(json.get("passages").asInt()).isEqualTo(11);
    assertThat(json.toString()).doesNotContain("NaN");
  }

  @Test
  void anEmptySetIsAnErrorThatSaysSo() throws IOException {
    var set = Files.writeString(folder.resolve("none.jsonl"), "\n\n");
    var answer = with("fast", "", "evaluate", "--input", set.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot ").contains("no labelled passages").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "blank", "one word", "emoji", "right to left", "right to left with AI"})
  void everyShortOneIsExplained(String name) {
    var answer = with("fast", "", "explain", "--text", texts().get(name));
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).isNotBlank().doesNotContain("NaN", "\u202e");
    assertThat(answer.out().contains("holds no word: not_ai"))
        .isEqualTo(texts().get(name).isBlank() || name.equals("blank"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluate", "classify", "explain"})
  void aModelFileThatIsNotOfThisBuildIsNamedWithWhatIsWrong(String command) throws IOException {
    var bytes = Files.readAllBytes(model);
    refused(command, Arrays.copyOf(bytes, bytes.length / 2), "it is cut short or damaged");
    refused(command, new byte[0], "it is not a model file");
    var version = bytes.clone();
    version[7]++;
    refused(command, sealed(version), "it has format version");
    var kind = bytes.clone();
    System.arraycopy("cubist".getBytes(StandardCharsets.US_ASCII), 0, kind, 12, 6);
    refused(command, sealed(kind), "it is of kind 'cubist'");
    var picture = new ByteArrayOutputStream();
    picture.write(0x89);
    picture.write("PNG and so on".getBytes(StandardCharsets.US_ASCII));
    refused(command, picture.toByteArray(), "it is not a model file");
  }

  private void refused(String command, byte[] file, String why) throws IOException {
    Files.write(model, file);
    var answer =
        switch (command) {
          case "evaluate" -> with("fast", "", command, "--input", MadeModels.passages().toString());
          case "explain" -> with("fast", "", command, "--text", "The AI lied.");
          default -> with("fast", "{\"id\": 1, \"text\": \"AI\"}\n", command);
        };
    assertThat(answer.code()).as(why).isEqualTo(2);
    assertThat(answer.err()).startsWith("Cannot load model ").contains("made.model", why).doesNotContain("\tat ");
    assertThat(answer.out()).isEmpty();
  }

  private static byte[] sealed(byte[] file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - CHECKSUM);
      System.arraycopy(digest.digest(), 0, file, file.length - CHECKSUM, CHECKSUM);
      return file;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
