package org.counterweight.corpus;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Tries out which compressions work in this JVM; some need native code that a machine may lack. */
public final class Codecs {

  private static final byte[] SAMPLE =
      "a text that compresses, compresses, compresses".getBytes(StandardCharsets.UTF_8);

  private Codecs() {}

  /** A line for each compression of shards: its name, and that it works or why it does not. */
  public static List<String> check() {
    var lines = new ArrayList<String>();
    lines.add(line("gzip (.gz)", Codecs::gzip));
    lines.add(line("Zstandard (.zst, .zstd)", () -> Zstd.decompress(Zstd.compress(SAMPLE), SAMPLE.length)));
    for (var codec :
        List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW)) {
      lines.add(line("Parquet " + codec, () -> parquet(codec)));
    }
    return lines;
  }

  private static String line(String name, RoundTrip trip) {
    try {
      boolean same = Arrays.equals(trip.sample(), SAMPLE);
      return String.format("  %-26s %s", name, same ? "works" : "does not work: what comes back differs");
    } catch (IOException | RuntimeException | LinkageError e) {
      return String.format("  %-26s does not work: %s", name, e.getMessage());
    }
  }

  private static byte[] gzip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(SAMPLE);
    }
    return new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes();
  }

  private static byte[] parquet(CompressionCodecName codec) throws IOException {
    var codecs = new CodecFactory(new Configuration(), 1024);
    try {
      var compressed = codecs.getCompressor(codec).compress(BytesInput.from(SAMPLE));
      return codecs
          .getDecompressor(codec)
          .decompress(BytesInput.from(compressed.toByteArray()), SAMPLE.length)
          .toByteArray();
    } finally {
      codecs.release();
    }
  }

  @FunctionalInterface
  private interface RoundTrip {
    byte[] sample() throws IOException;
  }
}
