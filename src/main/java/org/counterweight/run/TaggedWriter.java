package org.counterweight.run;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.TaggedDocument;

/**
 * Writes one split's tagged documents, refusals and controls, in the order of its rows, as a Zstandard stream with a
 * checksum.
 * The shard's name is not stored: the reader knows it, and a moved file keeps its cache.
 */
final class TaggedWriter implements Closeable {

  static final int MAGIC = 0x43575407;
  static final int END = 0;
  static final int DOCUMENT = 1;
  static final int REFUSAL = 2;
  static final int CONTROL = 3;

  private final DataOutputStream out;

  /**
   * Starts a file.
   *
   * @param controls share of the texts not about AI that it will hold; 0 for none
   */
  TaggedWriter(Storage storage, Path file, double controls) throws IOException {
    var zstd = new ZstdOutputStreamNoFinalizer(storage.create(file), 1);
    zstd.setChecksum(true);
    out = new DataOutputStream(new BufferedOutputStream(zstd, 1 << 16));
    out.writeInt(MAGIC);
    out.writeDouble(controls);
  }

  void write(TaggedDocument document) throws IOException {
    out.writeByte(DOCUMENT);
    out.writeLong(document.row());
    text(document.id());
    text(document.source());
    text(document.host());
    text(document.month());
    out.writeInt(document.words());
    out.writeLong(document.tokens());
    out.writeLong(document.copiesDeclared());
    out.writeBoolean(document.synthetic());
    out.writeBoolean(document.overlapsEvaluation());
    text(document.sha256());
    out.writeInt(document.engagement().size());
    for (var engagement : document.engagement()) {
      text(engagement.field());
      out.writeDouble(engagement.value());
    }
    out.writeInt(document.passages().size());
    for (var passage : document.passages()) {
      passage(passage);
    }
    out.writeByte(document.sketch().level());
    out.writeShort(document.sketch().hashes().length);
    for (int hash : document.sketch().hashes()) {
      out.writeInt(hash);
    }
  }

  private void passage(JudgedPassage passage) throws IOException {
    out.writeInt(passage.start());
    out.writeInt(passage.end());
    out.writeInt(passage.words());
    out.writeInt(passage.p().doom());
    out.writeInt(passage.p().tractable());
    out.writeInt(passage.p().mixed());
    out.writeInt(passage.p().neutral());
    out.writeInt(passage.p().notAi());
    out.writeByte(passage.stance().ordinal());
    out.writeLong(passage.print());
  }

  void write(Refusal refusal) throws IOException {
    out.writeByte(REFUSAL);
    out.writeLong(refusal.row());
    out.writeLong(refusal.position());
    text(refusal.reason().name());
    text(refusal.detail());
    text(refusal.excerpt());
  }

  /** Takes note of a document not about AI that a placebo may be taken from. */
  void control(long row, String id, String source, String sha256, int words) throws IOException {
    out.writeByte(CONTROL);
    out.writeLong(row);
    text(id);
    text(source);
    text(sha256);
    out.writeInt(words);
  }

  private void text(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Marks the end; without this the file reads as broken off. */
  void finish() throws IOException {
    out.writeByte(END);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
