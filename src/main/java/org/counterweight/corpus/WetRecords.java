package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code conversion} records of a WET: texts of web pages. Their fields are WARC headers.
 *
 * <p>A record ends where its Content-Length says, if line ends and then the next record or the file's end stand there,
 * whatever the text itself holds; or, in a file whose CRLFs became LFs after they were counted, where it would with
 * them. Else the length is wrong, and the text goes up to the next line that starts a record, without the two line ends
 * that close it. With no such line left the file is cut off, or, if bytes are left over, the last record is refused; so
 * is one whose length is missing or no number, or over the limit. A text whose length is wrong and that quotes a whole
 * header is cut there: nothing tells it from a record.
 */
final class WetRecords implements Records {
  private static final Map<Field, String> HEADERS =
      Map.of(
          Field.TEXT, "Content-Length",
          Field.ID, "WARC-Record-ID",
          Field.URL, "WARC-Target-URI",
          Field.CREATED, "WARC-Date",
          Field.LANGUAGE, "WARC-Identified-Content-Language");
  private static final int LONGEST_HEADER = 1 << 20;

  private final Split split;
  private final List<String> names;
  private final InputSettings settings;
  private final WarcBytes in;
  private Map<String, String> headers = Map.of();
  private boolean bare;
  private String text;
  private Refusal refusal;

  WetRecords(Split split, FieldIndex index, InputStream in, InputSettings settings) {
    this.split = split;
    this.names = index.paths();
    this.settings = settings;
    this.in = new WarcBytes(in);
  }

  /** The settings with every field where a WET keeps it, whatever was named for the other formats. */
  static CorpusSettings shape(CorpusSettings settings) {
    var paths = new EnumMap<Field, List<String>>(Field.class);
    for (Field field : Field.values()) {
      paths.put(field, HEADERS.containsKey(field) ? List.of(HEADERS.get(field)) : List.of());
    }
    return new CorpusSettings(settings.preset(), paths, settings.sourceFromPath(), List.of(), settings.sampled(),
        settings.deduplicated(), settings.createdOrder());
  }

  @Override
  public Kind advance(long row) throws IOException {
    while (in.passLineEnds()) {
      long start = in.position();
      if (!in.startsRecord(0)) {
        throw new DamagedException("no WARC record stands where one should");
      }
      headers = header();
      boolean wanted = headers.getOrDefault("warc-type", "").equalsIgnoreCase("conversion");
      Kind kind = body(row, start);
      if (wanted) {
        return kind;
      }
    }
    return Kind.END;
  }

  private Map<String, String> header() throws IOException {
    int end = 0;
    for (int lines = 0; ; end++) {
      if (end > LONGEST_HEADER) {
        throw new DamagedException("a WARC record's header is over " + LONGEST_HEADER + " bytes");
      }
      if (in.atEnd(end)) {
        throw new DamagedException("the last record is cut off within its header: copy or make the file again");
      }
      if (in.at(end) == '\n') {
        lines++;
        bare = end > 0 && in.at(end - 1) == '\n';
        boolean blank = bare || (end > 1 && in.at(end - 1) == '\r' && in.at(end - 2) == '\n');
        if (lines > 1 && blank) {
          break;
        }
      }
    }
    String header = new String(in.copy(end), StandardCharsets.UTF_8);
    in.pass(end + 1);
    return fields(header);
  }

  /** Fields by their names in lower case; of several with one name, the first. A line that begins blank goes on. */
  private static Map<String, String> fields(String header) {
    var fields = new HashMap<String, String>();
    for (String line : header.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private Kind body(long row, long start) throws IOException {
    long length = length();
    int longest = settings.maxRecordBytes();
    int counted = bare && length >= 0 ? countedCrlf(length) : -1;
    if (counted >= 0) {
      return take(counted, counted, row, start);
    }
    if (length >= 0 && length <= longest && in.ahead((int) length) == length && in.endsAt((int) length)) {
      return take((int) length, (int) length, row, start);
    }
    if (length > longest) {
      byte[] excerpt = excerpt();
      long from = in.position();
      in.passToRecord();
      boolean cut = in.atEnd(0) && in.position() - from < length;
      if (cut) {
        throw new DamagedException("the last record is cut off: copy or make the file again");
      }
      return refuse(row, start, Refusal.Reason.TOO_LARGE, excerpt,
          "a record of " + length + " bytes, over " + longest + " (input.max-record-bytes)");
    }
    int next = in.next(longest);
    if (next < 0) {
      byte[] excerpt = excerpt();
      in.passToRecord();
      return refuse(row, start, Refusal.Reason.TOO_LARGE, excerpt, "a record whose length is wrong, over " + longest
          + " bytes (input.max-record-bytes)");
    }
    int end = withoutLineEnds(next);
    boolean last = in.atEnd(next);
    if (last && length > next) {
      throw new DamagedException("the last record is cut off: copy or make the file again");
    }
    if (length < 0 || (last && length < next)) {
      byte[] excerpt = excerpt();
      in.pass(next);
      return refuse(row, start, Refusal.Reason.WRONG_LENGTH, excerpt,
          length < 0 ? "its Content-Length is missing or no number" : "it does not end where its Content-Length says");
    }
    return take(end, next, row, start);
  }

  /** The length claimed, or -1. */
  private long length() {
    String claimed = headers.getOrDefault("content-length", "");
    try {
      return claimed.matches("[0-9]+") ? Long.parseLong(claimed) : -1;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Where the text ends before the line ends, two at most, that close a record. */
  private int withoutLineEnds(int next) {
    int end = next;
    for (int i = 0; i < 2 && end > 0 && in.at(end - 1) == '\n'; i++) {
      end -= end > 1 && in.at(end - 2) == '\r' ? 2 : 1;
    }
    return end;
  }

  /** Where the text ends if each of its LFs was a CRLF when it was counted and only line ends follow; else -1. */
  private int countedCrlf(long length) throws IOException {
    int next = in.next(settings.maxRecordBytes());
    int end = next < 0 ? 0 : withoutLineEnds(next);
    long counted = 0;
    for (int i = 0; i <= next; i++) {
      if (i >= end && counted == length) {
        return i;
      }
      if (i < next) {
        counted += in.at(i) == '\n' && (i == 0 || in.at(i - 1) != '\r') ? 2 : 1;
      }
    }
    return -1;
  }

  private byte[] excerpt() throws IOException {
    return in.copy(in.ahead(Refusal.EXCERPT_BYTES));
  }

  /** Takes the text up to its end, and passes all that belongs to the record. */
  private Kind take(int end, int passed, long row, long start) {
    byte[] bytes = in.copy(end);
    in.pass(passed);
    int bad = Utf8.firstInvalid(bytes, 0, bytes.length);
    if (bad >= 0) {
      return refuse(row, start, Refusal.Reason.NOT_UTF8, bytes, "byte " + bad + " of the text is not UTF-8");
    }
    text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? Kind.EMPTY : Kind.READABLE;
  }

  private Kind refuse(long row, long position, Refusal.Reason reason, byte[] bytes, String detail) {
    String excerpt = Refusal.excerpt(bytes, 0, bytes.length);
    refusal = new Refusal(split.shard().name(), row, position, reason, detail, excerpt);
    return Kind.REFUSED;
  }

  @Override
  public Value at(int path) {
    String header = headers.get(names.get(path).toLowerCase(Locale.ROOT));
    return header != null ? new Value.Text(header) : Value.Missing.MISSING;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }

  @Override
  public long position() {
    return in.position();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
