package org.counterweight.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Texts that a model will be evaluated on, so that documents that hold them are not repeated: JSON lines, of which
 * every text in any field counts, be it a question, a choice or an answer.
 *
 * @param sequences the word sequences of all of them
 * @param texts how many there are
 * @param shortTexts how many are too short to be known again
 */
public record EvaluationTexts(WordSequences sequences, long texts, long shortTexts) {

  /** No texts. */
  public static final EvaluationTexts NONE = new EvaluationTexts(WordSequences.NONE, 0, 0);

  public EvaluationTexts {
    Objects.requireNonNull(sequences);
  }

  /**
   * Reads texts, a record at a time.
   *
   * @param paths files, folders and patterns as for a corpus; JSON lines, plain or in gzip or Zstandard
   * @throws InputException if one cannot be read, is no JSON, or holds too much
   */
  public static EvaluationTexts read(Storage storage, List<String> paths) throws IOException {
    if (paths.isEmpty()) {
      return NONE;
    }
    var sequences = WordSequences.builder();
    for (var shard : new ShardFinder(storage, Format.JSON_LINES).find(paths).shards()) {
      read(storage, shard, sequences);
    }
    if (sequences.texts() == 0) {
      throw new InputException(String.join(", ", paths), "no record holds any text to keep out of plans");
    }
    return new EvaluationTexts(sequences.build(), sequences.texts(), sequences.shortTexts());
  }

  private static void read(Storage storage, Shard shard, WordSequences.Builder sequences) throws IOException {
    try (var in = open(storage, shard);
        var json = new JsonFactory().createParser(in)) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          add(shard, json, sequences);
        } else if (json.getParsingContext().inRoot() && token.isScalarValue()) {
          throw new InputException(shard.location(), line(json) + " holds no object; evaluation texts are JSON lines");
        }
      }
    } catch (FileNotFoundException e) {
      throw new InputException(shard.location(), Reason.of(e), e);
    } catch (JsonProcessingException e) {
      throw new InputException(shard.location(), Reason.inText(e), e);
    }
  }

  private static void add(Shard shard, JsonParser json, WordSequences.Builder sequences) throws IOException {
    try {
      sequences.add(json.getText());
    } catch (IllegalArgumentException e) {
      throw new InputException(shard.location() + " " + line(json), Reason.of(e), e);
    }
  }

  private static String line(JsonParser json) {
    return "line " + json.getTokenLocation().getLineNr();
  }

  private static InputStream open(Storage storage, Shard shard) throws IOException {
    var in = storage.open(shard.hadoopPath());
    return switch (shard.format()) {
      case JSONL -> in;
      case JSONL_GZIP -> new GzipStream(in);
      case JSONL_ZSTD -> new ZstdStream(in, WindowBudget.OF_THIS_JVM, InputSettings.defaults().maxWindowBytes());
      default -> {
        in.close();
        throw new InputException(shard.location(), "evaluation texts must be JSON lines (.jsonl, plain, .gz or .zst)");
      }
    };
  }
}
