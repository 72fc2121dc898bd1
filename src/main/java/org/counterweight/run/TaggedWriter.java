package org.counterweight.run;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.TaggedDocument;

/**
 * Writes one split's tagged documents, refusals and controls, in the order of its rows, as a Zstandard stream with a
 * checksum. The sketch of a document, mostly longer than all the rest of it, comes last: only the works stage reads it.
 * The shard's name is not stored: the reader knows it, and a moved file keeps its cache.
 */
final class TaggedWriter implements Closeable {

  static final int MAGIC = 0x43575408;
  static final int END = 0;
  static final int DOCUMENT = 1;
  static final int REFUSAL = 2;
  static final int CONTROL = 3;

  /** Bytes of a SHA-256. */
  static final int DIGEST_BYTES = 32;

  private final TaggedOutput out;

  /**
   * Starts a file.
   *
   * @param controls share of the texts not about AI that it will hold; 0 for none
   */
  TaggedWriter(Storage storage, Path file, double controls) throws IOException {
    var zstd = new ZstdOutputStreamNoFinalizer(storage.create(file), 1);
    zstd.setChecksum(true);
    out = new TaggedOutput(zstd);
    out.whole(MAGIC);
    out.real(controls);
  }

  void write(TaggedDocument document) throws IOException {
    out.small(DOCUMENT);
    out.large(document.row());
    out.text(document.id());
    out.name(document.source());
    out.name(document.host());
    out.name(document.month());
    out.whole(document.words());
    out.large(document.tokens());
    out.large(document.copiesDeclared());
    out.flag(document.synthetic());
    out.flag(document.overlapsEvaluation());
    out.hex(document.sha256());
    out.whole(document.engagement().size());
    for (var engagement : document.engagement()) {
      out.name(engagement.field());
      out.real(engagement.value());
    }
    out.whole(document.passages().size());
    for (var passage : document.passages()) {
      passage(passage);
    }
    out.small(document.sketch().level());
    out.whole(document.sketch().hashes().length);
    for (int hash : document.sketch().hashes()) {
      out.whole(hash);
    }
  }

  private void passage(JudgedPassage passage) throws IOException {
    out.whole(passage.start());
    out.whole(passage.end());
    out.whole(passage.words());
    out.whole(passage.p().doom());
    out.whole(passage.p().tractable());
    out.whole(passage.p().mixed());
    out.whole(passage.p().neutral());
    out.whole(passage.p().notAi());
    out.small(passage.stance().ordinal());
    out.large(passage.print());
  }

  void write(Refusal refusal) throws IOException {
    out.small(REFUSAL);
    out.large(refusal.row());
    out.large(refusal.position());
    out.text(refusal.reason().name());
    out.text(refusal.detail());
    out.text(refusal.excerpt());
  }

  /** Takes note of a document not about AI that a placebo may be taken from. */
  void control(long row, String id, String source, String sha256, int words) throws IOException {
    out.small(CONTROL);
    out.large(row);
    out.text(id);
    out.name(source);
    out.hex(sha256);
    out.whole(words);
  }

  /** Marks the end; without this the file reads as broken off. */
  void finish() throws IOException {
    out.small(END);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
