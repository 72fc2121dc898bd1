package org.counterweight.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One JSON object a line. Blank lines are no records; a byte order mark at the start of the shard is passed over. */
final class JsonRecords implements Records {
  private final Split split;
  private final LineReader lines;
  private final PathTree tree;
  private final FieldIndex index;
  private final JsonScanner scanner;
  private final JsonText decoded = new JsonText();
  private final InputSettings settings;
  private String text;
  private Refusal refusal;
  private boolean first = true;

  /** Where the first line that belongs to the split starts, so that the bytes of splits add up to the shard's. */
  private final long origin;

  JsonRecords(Split split, LineReader lines, FieldIndex index, InputSettings settings) {
    this.split = split;
    this.lines = lines;
    this.index = index;
    this.settings = settings;
    this.tree = new PathTree(index.paths());
    this.scanner = new JsonScanner(tree);
    this.origin = lines.position();
  }

  @Override
  public Kind advance(long row) throws IOException {
    while (wanted() && lines.next()) {
      int start = lines.start() + markLength();
      if (lines.tooLong()) {
        return refuse(row, Refusal.Reason.TOO_LARGE, "a line of over " + settings.maxRecordBytes()
            + " bytes (input.max-record-bytes)");
      }
      if (!blank(start, lines.end())) {
        return read(row, start);
      }
    }
    return Kind.END;
  }

  private boolean wanted() {
    return !split.shard().format().splits() || lines.position() < split.end();
  }

  /** Length of the byte order mark at the start of the shard, 0 everywhere else. */
  private int markLength() {
    boolean atStart = first && split.start() == 0;
    first = false;
    byte[] bytes = lines.bytes();
    int start = lines.start();
    return atStart
            && lines.end() - start >= 3
            && bytes[start] == (byte) 0xef
            && bytes[start + 1] == (byte) 0xbb
            && bytes[start + 2] == (byte) 0xbf
        ? 3
        : 0;
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = lines.bytes()[i];
      if (c != ' ' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  private Kind read(long row, int start) {
    int bad = Utf8.firstInvalid(lines.bytes(), start, lines.end());
    if (bad >= 0) {
      return refuse(row, Refusal.Reason.NOT_UTF8, "byte " + (bad - lines.start()) + " of the line is not UTF-8");
    }
    try {
      scanner.scan(lines.bytes(), start, lines.end());
    } catch (NotJsonException e) {
      return refuse(row, Refusal.Reason.NOT_JSON, e.getMessage());
    }
    for (int path : index.of(Field.TEXT)) {
      int slot = slot(path);
      if (scanner.kind(slot) != JsonScanner.Kind.ABSENT && scanner.kind(slot) != JsonScanner.Kind.NULL) {
        text = isString(slot) ? string(slot) : "";
        return text.isEmpty() ? Kind.EMPTY : Kind.READABLE;
      }
    }
    return Kind.EMPTY;
  }

  private Kind refuse(long row, Refusal.Reason reason, String detail) {
    String excerpt = Refusal.excerpt(lines.bytes(), lines.start(), lines.end());
    refusal = new Refusal(split.shard().name(), row, lines.linePosition(), reason, detail, excerpt);
    return Kind.REFUSED;
  }

  /** The nested slot of a path, or the top-level one with the dotted name where only that is there. */
  private int slot(int path) {
    int[] slots = tree.slotsOf(path);
    return scanner.kind(slots[0]) == JsonScanner.Kind.ABSENT ? slots[1] : slots[0];
  }

  private boolean isString(int slot) {
    return scanner.kind(slot) == JsonScanner.Kind.STRING || scanner.kind(slot) == JsonScanner.Kind.ESCAPED_STRING;
  }

  private String string(int slot) {
    if (scanner.kind(slot) == JsonScanner.Kind.ESCAPED_STRING) {
      decoded.decode(lines.bytes(), scanner.start(slot), scanner.end(slot));
      return decoded.toString();
    }
    return raw(slot);
  }

  private String raw(int slot) {
    int start = scanner.start(slot);
    return new String(lines.bytes(), start, scanner.end(slot) - start, StandardCharsets.UTF_8);
  }

  @Override
  public Value at(int path) {
    int slot = slot(path);
    return switch (scanner.kind(slot)) {
      case ABSENT, NULL -> Value.Missing.MISSING;
      case STRING, ESCAPED_STRING -> new Value.Text(string(slot));
      case NUMBER -> new Value.Number(raw(slot));
      case TRUE, FALSE -> new Value.Truth(scanner.kind(slot) == JsonScanner.Kind.TRUE);
      case NESTED -> Value.Nested.NESTED;
    };
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
    return lines.position() - origin;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
