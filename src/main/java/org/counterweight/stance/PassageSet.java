package org.counterweight.stance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.counterweight.corpus.Reason;
import org.jsoup.parser.Parser;

/**
 * Labelled passages from JSON lines: {@code text}, and {@code label} or else {@code reader1} and {@code reader2};
 * optional {@code id}, {@code draw} (see {@link Draw}; {@code random} is the default), {@code sure}, {@code shard} or
 * {@code source} or {@code from}, {@code genre}. HTML character references left in the text are decoded, as the
 * pipeline does before judging.
 *
 * @param passages the passages with one label
 * @param disputed how many were left out since their two readers disagreed, mixed taken as neutral
 */
public record PassageSet(List<LabelledPassage> passages, int disputed) {

  private static final String FILE = "passages.jsonl";

  /** The end of a shard's name: its extension, or its number. */
  private static final Pattern SHARD = Pattern.compile("(\\.(jsonl|json|parquet|wet|warc|gz|zst).*|-\\d+)$");

  /** A collection named with its year, whatever the part. */
  private static final Pattern YEAR = Pattern.compile("^([a-z]+(?:19|20)\\d\\d)-.*");

  public PassageSet {
    passages = List.copyOf(passages);
  }

  /**
   * Reads a file, or {@code passages.jsonl} of a folder, or else all {@code *.jsonl} of it in order of name.
   *
   * @throws PassageSetException naming file and line where it cannot
   */
  public static PassageSet read(Path fileOrFolder) {
    if (!Files.isDirectory(fileOrFolder)) {
      return readFile(fileOrFolder);
    }
    Path usual = fileOrFolder.resolve(FILE);
    return Files.exists(usual) ? readFile(usual) : readAll(shards(fileOrFolder));
  }

  private static List<Path> shards(Path folder) {
    try (var files = Files.newDirectoryStream(folder, PassageSet::isShard)) {
      var shards = new ArrayList<Path>();
      files.forEach(shards::add);
      if (shards.isEmpty()) {
        throw new PassageSetException("Cannot read labelled passages " + folder + ": the folder holds no .jsonl file");
      }
      shards.sort(Comparator.comparing(file -> file.getFileName().toString()));
      return shards;
    } catch (DirectoryIteratorException | IOException e) {
      var why = Reason.of(e instanceof DirectoryIteratorException walk ? walk.getCause() : e);
      throw new PassageSetException("Cannot read labelled passages " + folder + ": " + why, e);
    }
  }

  private static boolean isShard(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jsonl") && !name.startsWith(".") && Files.isRegularFile(file);
  }

  private static PassageSet readFile(Path file) {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(lines, file);
    } catch (IOException e) {
      throw new PassageSetException("Cannot read labelled passages " + file + ": " + Reason.of(e), e);
    }
  }

  /**
   * Reads several files or folders as one set.
   *
   * @throws PassageSetException as {@link #read(Path)}
   */
  public static PassageSet readAll(List<Path> filesOrFolders) {
    var passages = new ArrayList<LabelledPassage>();
    int disputed = 0;
    for (var path : filesOrFolders) {
      var set = read(path);
      passages.addAll(set.passages());
      disputed += set.disputed();
    }
    return new PassageSet(passages, disputed);
  }

  private static PassageSet read(BufferedReader lines, Path file) throws IOException {
    var json = new ObjectMapper();
    var passages = new ArrayList<LabelledPassage>();
    int disputed = 0;
    int number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        var node = json.readTree(line);
        if (isDisputed(node)) {
          disputed++;
        } else {
          passages.add(passage(node));
        }
      }
    } catch (JsonProcessingException e) {
      throw damaged(file, number, Reason.inLine(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, number, Reason.of(e), e);
    } catch (CharacterCodingException e) {
      throw damaged(file, number + 1, "it is not UTF-8, there or a little further on", e);
    }
    return new PassageSet(passages, disputed);
  }

  private static PassageSetException damaged(Path file, int line, String why, Exception cause) {
    String safe = why.replaceAll("\\p{Cntrl}", "?");
    return new PassageSetException("Cannot read labelled passages " + file + ":" + line + ": " + safe, cause);
  }

  private static boolean isDisputed(JsonNode node) {
    return node.hasNonNull("reader1")
        && node.hasNonNull("reader2")
        && StanceClass.of(stance(node, "reader1")) != StanceClass.of(stance(node, "reader2"));
  }

  private static LabelledPassage passage(JsonNode node) {
    String text = decoded(string(node, "text"));
    var label = stance(node, node.hasNonNull("label") ? "label" : "reader1");
    boolean sure = flag(node, "sure") && flag(node, "sure1") && flag(node, "sure2");
    var draw = Draw.of(node.path("draw").asText(Draw.RANDOM.label()));
    String id = node.path("id").asText("");
    return new LabelledPassage(id, text, label, sure, draw, source(node), node.path("genre").asText(""));
  }

  private static Stance stance(JsonNode node, String field) {
    return Stance.of(string(node, field));
  }

  private static String string(JsonNode node, String field) {
    var value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("its '" + field + "' is missing or no string");
    }
    return value.textValue();
  }

  private static boolean flag(JsonNode node, String field) {
    return node.path(field).asBoolean(true);
  }

  private static String source(JsonNode node) {
    if (node.hasNonNull("shard")) {
      return family(node.path("shard").asText());
    }
    if (node.hasNonNull("source")) {
      return node.path("source").asText();
    }
    String from = node.path("from").asText("");
    return from.contains(":") ? from.substring(0, from.indexOf(':')) : from;
  }

  static String decoded(String text) {
    return Parser.unescapeEntities(text, false);
  }

  /** The collection that a shard belongs to: {@code ainews-01.parquet} is of {@code ainews}. */
  static String family(String shard) {
    String name = SHARD.matcher(SHARD.matcher(shard).replaceFirst("")).replaceFirst("");
    var year = YEAR.matcher(name);
    return year.matches() ? year.group(1) : name;
  }
}
