package org.counterweight.corpus;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** The {@code conversion} records of a WET: texts of web pages. Their fields are WARC headers. */
final class WetRecords implements Records {
  private static final Map<Field, String> HEADERS =
      Map.of(
          Field.TEXT, "Content-Length",
          Field.ID, "WARC-Record-ID",
          Field.URL, "WARC-Target-URI",
          Field.CREATED, "WARC-Date",
          Field.LANGUAGE, "WARC-Identified-Content-Language");
  private static final int BUFFER = 1 << 16;

  private final Split split;
  private final FieldIndex index;
  private final List<String> names;
  private final InputSettings settings;
  private final Metered in;
  private final byte[] scratch = new byte[BUFFER];
  private WarcReader reader;
  private WarcRecord record;
  private boolean warned;
  private String text;
  private Refusal refusal;

  WetRecords(Split split, FieldIndex index, InputStream in, InputSettings settings) {
    this.split = split;
    this.index = index;
    this.names = index.paths();
    this.settings = settings;
    this.in = new Metered(in);
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
    try {
      while (true) {
        Optional<WarcRecord> next = nextRecord();
        if (next.isEmpty()) {
          return Kind.END;
        }
        record = next.get();
        if (record.headers().first("WARC-Type").orElse("").equalsIgnoreCase("conversion")) {
          return read(row);
        }
        passOver();
      }
    } catch (ParsingException | EOFException e) {
      throw new DamagedException("no WARC record stands where one should, or its length is wrong", e);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("a WARC record's header is wrong (" + e.getMessage() + ")", e);
    }
  }

  private Optional<WarcRecord> nextRecord() throws IOException {
    in.expectHeader();
    if (reader == null) {
      if (in.isEmpty()) {
        return Optional.empty();
      }
      reader = new WarcReader(Channels.newChannel(in), ByteBuffer.allocate(BUFFER).flip());
      reader.setLenient(true);
      reader.onWarning(warning -> warned = true);
    }
    Optional<WarcRecord> next = reader.next();
    if (warned && next.isPresent()) {
      throw new DamagedException("a WARC record does not end where its length says; the record before is suspect too");
    }
    in.expectBody();
    return next;
  }

  private Kind read(long row) throws IOException {
    long position = reader.position();
    long size = record.body().size();
    InputStream body = record.body().stream();
    if (size > settings.maxRecordBytes()) {
      byte[] start = body.readNBytes(Refusal.EXCERPT_BYTES);
      passOver();
      return refuse(row, position, Refusal.Reason.TOO_LARGE, start,
          "a record of " + size + " bytes, over " + settings.maxRecordBytes() + " (input.max-record-bytes)");
    }
    byte[] bytes = body.readNBytes((int) size);
    if (bytes.length < size) {
      throw new DamagedException("the last record is cut off: copy or make the file again");
    }
    int bad = Utf8.firstInvalid(bytes, 0, bytes.length);
    if (bad >= 0) {
      return refuse(row, position, Refusal.Reason.NOT_UTF8, bytes, "byte " + bad + " of the text is not UTF-8");
    }
    text = new String(bytes, StandardCharsets.UTF_8);
    return text.isEmpty() ? Kind.EMPTY : Kind.READABLE;
  }

  private void passOver() throws IOException {
    InputStream body = record.body().stream();
    while (body.read(scratch) >= 0) {
      continue;
    }
  }

  private Kind refuse(long row, long position, Refusal.Reason reason, byte[] bytes, String detail) {
    String excerpt = Refusal.excerpt(bytes, 0, bytes.length);
    refusal = new Refusal(split.shard().name(), row, position, reason, detail, excerpt);
    return Kind.REFUSED;
  }

  @Override
  public Value at(int path) {
    Optional<String> header = record.headers().first(names.get(path));
    return header.isPresent() ? new Value.Text(header.get()) : Value.Missing.MISSING;
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
    return in.count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Counts what is read, and keeps a header from filling the memory. */
  private static final class Metered extends FilterInputStream {
    private static final long LONGEST_HEADER = 1 << 20;
    private long count;
    private long stop;
    private int ahead = -1;

    Metered(InputStream in) {
      super(in);
    }

    void expectHeader() {
      stop = count + LONGEST_HEADER;
    }

    void expectBody() {
      stop = Long.MAX_VALUE;
    }

    boolean isEmpty() throws IOException {
      ahead = in.read();
      return ahead < 0;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (count >= stop) {
        throw new DamagedException("a WARC record's header is over " + LONGEST_HEADER + " bytes");
      }
      if (ahead >= 0 && length > 0) {
        bytes[offset] = (byte) ahead;
        ahead = -1;
        count++;
        return 1;
      }
      int read = in.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
