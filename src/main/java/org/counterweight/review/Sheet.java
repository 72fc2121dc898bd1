package org.counterweight.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.LocationException;
import org.counterweight.corpus.Reason;

/** The file that a person labels: JSON lines, or CSV for a spreadsheet, by the end of its name. */
public final class Sheet {

  private static final String SHARD = "shard";

  /** Columns in the order of the file, what a person needs first. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("number", SheetRow::number),
          new Column("label", SheetRow::label),
          new Column("before", row -> wellFormed(row.before())),
          new Column("text", row -> wellFormed(row.text())),
          new Column("after", row -> wellFormed(row.after())),
          new Column(SHARD, SheetRow::shard),
          new Column("row", SheetRow::row),
          new Column("start", SheetRow::start),
          new Column("end", SheetRow::end),
          new Column("stratum", SheetRow::stratum),
          new Column("stratum_drawn", SheetRow::stratumDrawn),
          new Column("stratum_size", SheetRow::stratumSize),
          new Column("inclusion", SheetRow::inclusion),
          new Column("sample", SheetRow::sample));

  private record Column(String name, Function<SheetRow, Object> of) {}

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Sheet() {}

  /** Whether a file is CSV; JSON lines otherwise. */
  private static boolean csv(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".jsonl")) {
      throw new LocationException("Cannot use sheet " + file + ": its name must end in .jsonl or .csv");
    }
    return name.endsWith(".csv");
  }

  /**
   * Refuses a file that a sheet cannot be written to.
   *
   * @throws LocationException if its name does not say how, or it is there: it may hold somebody's labels
   */
  public static void requireFree(Path file) {
    csv(file);
    if (Files.exists(file)) {
      throw taken(file);
    }
  }

  private static LocationException taken(Path file) {
    return new LocationException(
        "Cannot write sheet " + file + ": it is there already and may hold labels; name another file");
  }

  /** Writes a sheet under a name that is free. */
  public static void write(List<SheetRow> rows, Path file) throws IOException {
    requireFree(file);
    var text = new StringBuilder();
    if (csv(file)) {
      text.append('\ufeff').append(Csv.line(COLUMNS.stream().map(Column::name).toList()));
      rows.forEach(row -> text.append(Csv.line(cells(row))));
    } else {
      for (var row : rows) {
        text.append(Csv.spelledOut(JSON.writeValueAsString(fields(row)), false)).append('\n');
      }
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw taken(file);
    } catch (FileSystemException e) {
      throw new LocationException("Cannot write sheet " + file + ": " + Reason.of(e));
    }
  }

  /** The cells of a CSV; the shard's name is spelled out such that it can be read back. */
  private static List<String> cells(SheetRow row) {
    var cells = new ArrayList<String>();
    fields(row).forEach((name, value) ->
        cells.add(name.equals(SHARD) ? Csv.spelledOut(row.shard(), true) : plain(value)));
    return cells;
  }

  private static String plain(Object value) {
    return value instanceof Double number ? new BigDecimal(number.toString()).toPlainString() : value.toString();
  }

  private static Map<String, Object> fields(SheetRow row) {
    var fields = new LinkedHashMap<String, Object>();
    COLUMNS.forEach(column -> fields.put(column.name(), column.of().apply(row)));
    return fields;
  }

  /** Halves of surrogate pairs that stand alone become U+FFFD, so that UTF-8 can carry the text. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
  }

  /**
   * Reads a sheet back; its texts are not looked at, and may be gone.
   *
   * @throws InputException if it is no sheet; the message names the line or row
   */
  public static List<SheetRow> read(Path file) throws IOException {
    boolean csv = csv(file);
    if (Files.isDirectory(file)) {
      throw new InputException(file.toString(), "it is a folder");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    } catch (FileSystemException e) {
      throw new InputException(file.toString(), Reason.of(e));
    } catch (CharacterCodingException e) {
      throw new InputException(file.toString(), "it is not UTF-8; save it as CSV UTF-8");
    }
    var unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    return csv ? fromCsv(unmarked, file) : fromJson(unmarked, file);
  }

  private static List<SheetRow> fromJson(String text, Path file) {
    var rows = new ArrayList<SheetRow>();
    int number = 0;
    for (var line : text.split("\n")) {
      number++;
      var place = file + " line " + number;
      if (!line.isBlank()) {
        rows.add(new SheetCells(place, cells(line, place)).row());
      }
    }
    return rows;
  }

  private static Map<String, String> cells(String line, String place) {
    try {
      var node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        throw new InputException(place, "not a JSON object");
      }
      var cells = new LinkedHashMap<String, String>();
      for (var fields = node.fields(); fields.hasNext(); ) {
        var field = fields.next();
        if (field.getValue().isContainerNode()) {
          throw new InputException(place, "'" + field.getKey() + "' holds more than one value");
        }
        cells.put(field.getKey(), text(field.getValue()));
      }
      return cells;
    } catch (JsonProcessingException e) {
      throw new InputException(place, Reason.inLine(e));
    }
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static List<SheetRow> fromCsv(String text, Path file) {
    List<List<String>> records;
    try {
      records = Csv.read(text);
    } catch (IllegalArgumentException e) {
      throw new InputException(file.toString(), e.getMessage());
    }
    var rows = new ArrayList<SheetRow>();
    for (int i = 1; i < records.size(); i++) {
      var cells = new LinkedHashMap<String, String>();
      for (int c = 0; c < Math.min(records.get(0).size(), records.get(i).size()); c++) {
        cells.put(records.get(0).get(c).strip(), records.get(i).get(c));
      }
      cells.computeIfPresent(SHARD, (name, shard) -> Csv.named(shard));
      rows.add(new SheetCells(file + " row " + (i + 1), cells).row());
    }
    return rows;
  }
}
