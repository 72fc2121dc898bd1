package org.counterweight.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.counterweight.config.ConfigurationException;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.Reason;
import org.counterweight.corpus.Words;
import org.counterweight.passage.Segmenter;
import org.counterweight.run.Judgement;
import org.counterweight.stance.Stance;
import org.counterweight.stance.Verdict;

/** Judges texts given as JSON lines, one answer a line in the same order. */
final class ClassifyCommand implements Command {

  private static final Option INPUT =
      Option.builder().longOpt("input").hasArg().argName("FILE")
          .desc("JSON lines with id and text; standard input by default").get();

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();
  private final ObjectMapper json =
      new ObjectMapper(factory)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

  @Override
  public String name() {
    return "classify";
  }

  @Override
  public String summary() {
    return "Judge the stance of texts given as JSON lines";
  }

  @Override
  public Options options() {
    return new Options().addOption(INPUT).addOption(Flags.CONF).addOption(Flags.SET);
  }

  @Override
  public String examples() {
    return """
          echo '{"id": 1, "text": "The AI will turn on us."}' | counterweight classify
          counterweight classify --input texts.jsonl > stances.jsonl
        """;
  }

  @Override
  public ExitCode run(CommandLine line, Console console) throws IOException, ConfigurationException {
    var judges = Jobs.judges(Flags.configuration(line, Flags.sets(line)));
    var judgement = new Judgement(judges.gate(), judges.classifier());
    var file = line.getOptionValue(INPUT);
    if (file == null) {
      classify(console.in(), "standard input", judgement, console);
    } else {
      try (var in = Files.newInputStream(Path.of(file))) {
        classify(in, file, judgement, console);
      } catch (IOException e) {
        throw new InputException(file, Reason.of(e));
      }
    }
    return ExitCode.DONE;
  }

  private void classify(InputStream in, String name, Judgement judgement, Console console) throws IOException {
    long number = 0;
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      for (var text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        text = number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        if (console.out().checkError()) {
          return;
        }
        if (!text.isBlank()) {
          console.out().println(answer(object(text, name, number), judgement));
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(name + " after line " + number, "not UTF-8");
    }
  }

  private JsonNode object(String text, String name, long number) {
    try {
      var node = json.readTree(text);
      if (node != null && node.isObject()) {
        return node;
      }
      throw new InputException(name + " line " + number, "not a JSON object");
    } catch (JsonProcessingException e) {
      throw new InputException(name + " line " + number, Reason.inLine(e));
    }
  }

  private String answer(JsonNode object, Judgement judgement) throws IOException {
    var text = object.path("text").isTextual() ? object.get("text").textValue() : "";
    var passages = judgement.judge(Segmenter.whole(text));
    var verdict = Verdict.of(Words.count(text), passages, judgement.classifier().decision());
    var out = new StringWriter();
    try (var generator = factory.createGenerator(out)) {
      generator.setCodec(json);
      generator.writeStartObject();
      generator.writeObjectField("id", object.path("id").isMissingNode() ? NullNode.getInstance() : object.get("id"));
      generator.writeStringField("stance", verdict.stance().label());
      generator.writeObjectFieldStart("p");
      for (var stance : Stance.values()) {
        generator.writeNumberField(stance.label(), verdict.p().of(stance) / 1e6);
      }
      generator.writeEndObject();
      generator.writeArrayFieldStart("spans");
      for (var passage : passages) {
        generator.writeStartArray();
        generator.writeNumber(passage.start());
        generator.writeNumber(passage.end());
        generator.writeString(passage.stance().label());
        generator.writeNumber(passage.p().of(passage.stance()) / 1e6);
        generator.writeEndArray();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    return out.toString();
  }
}
