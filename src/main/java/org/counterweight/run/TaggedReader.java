package org.counterweight.run;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Engagement;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.plan.Control;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.work.Sketch;

/** Reads what a {@link TaggedWriter} wrote, giving rows their place in the whole shard. */
final class TaggedReader implements Closeable {

  private final DataInputStream in;
  private final String shard;
  private final long rowBase;
  private final String file;
  private final int part;
  private final double controls;

  private TaggedReader(Storage storage, Located located) throws IOException {
    file = located.part().file();
    shard = located.shard();
    rowBase = located.rowBase();
    part = located.index();
    in = new DataInputStream(
        new BufferedInputStream(new ZstdInputStreamNoFinalizer(storage.open(new Path(file))), 1 << 16));
    if (in.readInt() != TaggedWriter.MAGIC) {
      throw new IOException("Cannot read tagged documents " + file + ": another format; delete the cache folder");
    }
    controls = in.readDouble();
  }

  /** Hands every tagged document of a part to a consumer, in order of rows. */
  static void documents(Storage storage, Located part, Taker<TaggedDocument> consumer) throws IOException {
    each(storage, part, consumer, refusal -> {});
  }

  /** Hands every document and every refusal of a part to its consumer, in order of rows. */
  static void each(
      Storage storage, Located located, Taker<TaggedDocument> documents, Taker<Refusal> refusals)
      throws IOException {
    read(storage, located, reader -> reader.drain(documents, refusals, control -> {}));
  }

  /**
   * Hands the documents not about AI that the census kept to a consumer.
   *
   * @param share of all texts to hand over, above 0
   * @throws RunFolderException if the census kept fewer
   */
  static void controls(Storage storage, Located located, double share, Taker<Control> consumer) throws IOException {
    read(storage, located, reader -> {
      if (reader.controls < share) {
        throw new RunFolderException(
            "Cannot plan a placebo arm on this census: of the texts not about AI it kept "
                + (reader.controls == 0 ? "none" : "a share of " + reader.controls)
                + "; run again with plan.arms and plan.controls as wanted");
      }
      reader.drain(document -> {}, refusal -> {}, control -> {
        if (Control.kept(control.text(), share)) {
          consumer.take(control);
        }
      });
    });
  }

  private static void read(Storage storage, Located located, Taker<TaggedReader> task) throws IOException {
    try (var reader = new TaggedReader(storage, located)) {
      task.take(reader);
    } catch (EOFException | ZstdIOException e) {
      throw new IOException(
          "Cannot read tagged documents " + located.part().file() + ": damaged (" + e.getMessage()
              + "); delete the cache folder",
          e);
    }
  }

  private void drain(Taker<TaggedDocument> documents, Taker<Refusal> refusals, Taker<Control> controls)
      throws IOException {
    for (int kind = in.readByte(); kind != TaggedWriter.END; kind = in.readByte()) {
      switch (kind) {
        case TaggedWriter.DOCUMENT -> documents.take(document());
        case TaggedWriter.REFUSAL -> refusals.take(refusal());
        case TaggedWriter.CONTROL -> controls.take(control());
        default -> throw damaged();
      }
    }
    if (in.read() != -1) {
      throw damaged();
    }
  }

  private IOException damaged() {
    return new IOException("Cannot read tagged documents " + file + ": damaged; delete the cache folder");
  }

  private TaggedDocument document() throws IOException {
    long row = rowBase + in.readLong();
    var id = text();
    var source = text();
    var host = text();
    var month = text();
    int words = in.readInt();
    long tokens = in.readLong();
    long copies = in.readLong();
    boolean synthetic = in.readBoolean();
    boolean overlaps = in.readBoolean();
    var sha256 = text();
    var engagement = new ArrayList<Engagement>();
    for (int i = in.readInt(); i > 0; i--) {
      engagement.add(new Engagement(text(), in.readDouble()));
    }
    var passages = new ArrayList<JudgedPassage>();
    for (int i = in.readInt(); i > 0; i--) {
      passages.add(passage());
    }
    return new TaggedDocument(
        shard, row, id, source, host, month, words, tokens, copies, synthetic, overlaps, sha256, engagement,
        passages, sketch());
  }

  private Control control() throws IOException {
    return new Control(part, rowBase + in.readLong(), text(), text(), text(), in.readInt());
  }

  private JudgedPassage passage() throws IOException {
    return new JudgedPassage(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        new Probabilities(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()),
        stance(in.readUnsignedByte()),
        in.readLong());
  }

  private Sketch sketch() throws IOException {
    int level = in.readUnsignedByte();
    var hashes = new int[in.readUnsignedShort()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
    }
    return new Sketch(level, hashes);
  }

  private Stance stance(int ordinal) throws IOException {
    var stances = Stance.values();
    if (ordinal >= stances.length) {
      throw damaged();
    }
    return stances[ordinal];
  }

  private Refusal refusal() throws IOException {
    long row = rowBase + in.readLong();
    long position = in.readLong();
    return new Refusal(shard, row, position, Refusal.Reason.valueOf(text()), text(), text());
  }

  private String text() throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Takes what is read, one after the other. */
  @FunctionalInterface
  interface Taker<T> {
    void take(T value) throws IOException;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
