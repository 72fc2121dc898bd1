package org.counterweight.run;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
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

/**
 * Reads what a {@link TaggedWriter} wrote, giving rows their place in the whole shard. Documents come without their
 * sketches but where they are asked for.
 */
final class TaggedReader implements Closeable {

  private final TaggedInput in;
  private final String shard;
  private final long rowBase;
  private final String file;
  private final int part;
  private final double controls;
  private boolean sketched;

  private TaggedReader(Storage storage, Located located) throws IOException {
    file = located.part().file();
    shard = located.shard();
    rowBase = located.rowBase();
    part = located.index();
    in = new TaggedInput(new ZstdInputStreamNoFinalizer(storage.open(new Path(file))));
    if (in.whole() != TaggedWriter.MAGIC) {
      throw new IOException("Cannot read tagged documents " + file + ": another format; delete the cache folder");
    }
    controls = in.real();
  }

  /** Hands every tagged document of a part to a consumer, in order of rows; their sketches are left empty. */
  static void documents(Storage storage, Located part, Taker<TaggedDocument> consumer) throws IOException {
    each(storage, part, consumer, refusal -> {});
  }

  /** The same with their sketches. */
  static void sketched(Storage storage, Located part, Taker<TaggedDocument> consumer) throws IOException {
    read(storage, part, reader -> {
      reader.sketched = true;
      reader.drain(consumer, refusal -> {}, control -> {});
    });
  }

  /** Hands every document and every refusal of a part to its consumer, in order of rows; sketches are left empty. */
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
    for (int kind = in.small(); kind != TaggedWriter.END; kind = in.small()) {
      switch (kind) {
        case TaggedWriter.DOCUMENT -> documents.take(document());
        case TaggedWriter.REFUSAL -> refusals.take(refusal());
        case TaggedWriter.CONTROL -> controls.take(control());
        default -> throw damaged();
      }
    }
    if (!in.ended()) {
      throw damaged();
    }
  }

  private IOException damaged() {
    return new IOException("Cannot read tagged documents " + file + ": damaged; delete the cache folder");
  }

  private TaggedDocument document() throws IOException {
    long row = rowBase + in.large();
    var id = in.text();
    var source = in.name();
    var host = in.name();
    var month = in.name();
    int words = in.whole();
    long tokens = in.large();
    long copies = in.large();
    boolean synthetic = in.flag();
    boolean overlaps = in.flag();
    var sha256 = in.hex(TaggedWriter.DIGEST_BYTES);
    var engagement = new ArrayList<Engagement>();
    for (int i = in.count(); i > 0; i--) {
      engagement.add(new Engagement(in.name(), in.real()));
    }
    var passages = new ArrayList<JudgedPassage>();
    for (int i = in.count(); i > 0; i--) {
      passages.add(passage());
    }
    return new TaggedDocument(
        shard, row, id, source, host, month, words, tokens, copies, synthetic, overlaps, sha256, engagement,
        passages, sketch());
  }

  private Control control() throws IOException {
    return new Control(part, rowBase + in.large(), in.text(), in.name(), in.hex(TaggedWriter.DIGEST_BYTES), in.whole());
  }

  private JudgedPassage passage() throws IOException {
    return new JudgedPassage(
        in.whole(),
        in.whole(),
        in.whole(),
        new Probabilities(in.whole(), in.whole(), in.whole(), in.whole(), in.whole()),
        stance(in.small()),
        in.large());
  }

  private Sketch sketch() throws IOException {
    int level = in.small();
    int size = in.count();
    if (size > Sketch.CAPACITY) {
      throw damaged();
    }
    if (!sketched) {
      in.skip(size * Integer.BYTES);
      return Sketch.EMPTY;
    }
    var hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.whole();
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
    long row = rowBase + in.large();
    long position = in.large();
    return new Refusal(shard, row, position, Refusal.Reason.valueOf(in.text()), in.text(), in.text());
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
