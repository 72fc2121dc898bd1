package org.counterweight.corpus;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Makes shards and reads them, for tests. */
final class Shards {
  private Shards() {}

  /** What reading a shard gave. */
  record Reading(List<Entry> entries, List<Document> documents, List<Boolean> ids, Optional<Damage> damage,
      long bytes) {
    List<String> texts() {
      return documents.stream().map(Document::text).toList();
    }

    List<Refusal> refusals() {
      return entries.stream()
          .filter(Entry.Refused.class::isInstance)
          .map(entry -> ((Entry.Refused) entry).refusal())
          .toList();
    }

    long empty() {
      return entries.stream().filter(Entry.Empty.class::isInstance).count();
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Shard shard(Path folder, String name, byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve(name), bytes);
      return new ShardFinder(Storage.local()).find(List.of(file.toString())).shards().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading read(Path folder, String name, byte[] bytes) {
    return read(shard(folder, name, bytes), CorpusSettings.defaults(), InputSettings.defaults());
  }

  static Reading read(Path folder, String name, String text) {
    return read(folder, name, utf8(text));
  }

  static Reading read(Shard shard, CorpusSettings corpus, InputSettings input) {
    return read(new Split(shard, 0, 0, shard.bytes()), corpus, input);
  }

  static Reading read(Split split, CorpusSettings corpus, InputSettings input) {
    try (SplitReader reader = SplitReader.open(split, corpus, input, Storage.local())) {
      List<Entry> entries = new ArrayList<>();
      List<Document> documents = new ArrayList<>();
      List<Boolean> ids = new ArrayList<>();
      while (reader.hasNext()) {
        Entry entry = reader.next();
        entries.add(entry);
        if (entry instanceof Entry.Readable readable) {
          documents.add(readable.document().document());
          ids.add(readable.hasId());
        }
      }
      return new Reading(entries, documents, ids, reader.damage(), reader.uncompressedBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputSettings records(int maxRecordBytes) {
    return new InputSettings(0.01, maxRecordBytes, 2048L << 20, 0, 128 << 20);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A frame without its size that declares a window, as a stream of unknown length gets. */
  static byte[] zstd(byte[] bytes, int windowLog) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
      zstd.setLong(20).setChecksum(true);
      zstd.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] frame = out.toByteArray();
    frame[5] = (byte) (windowLog - 10 << 3);
    return frame;
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Lines of JSON with ids {@code 0..count}. */
  static String lines(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"id\":").append(i).append(",\"text\":\"text number ").append(i).append("\"}\n");
    }
    return lines.toString();
  }
}
