package org.counterweight.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.LogOdds;
import org.counterweight.virality.Replicates;

/**
 * {@code statistics/replicates/}: a small binary file for each shard and one for the corpus, four bytes a replicate and
 * kind of odds. Big-endian: {@code CWR1}; name and content; seed (8 bytes) and count (4); then for judged and for
 * corrected odds a reason and, where that is empty, count + 1 floats. Texts are a length (4 bytes) and UTF-8.
 */
public final class ReplicatesFile {

  private static final String FOLDER = "statistics/replicates/";
  private static final String CORPUS = FOLDER + "corpus.bin";
  private static final int MAGIC = 0x43575231;
  private static final int MOST_REPLICATES = 1_000_000;

  private ReplicatesFile() {}

  /** Writes those of a shard, which is known among the files by its place. */
  public static FileEntry write(Storage storage, Path root, int place, Replicates replicates) throws IOException {
    return write(storage, root, String.format(Locale.ROOT, "%sshard-%05d.bin", FOLDER, place), replicates);
  }

  /** Writes those of the whole corpus. */
  public static FileEntry writeCorpus(Storage storage, Path root, Replicates replicates) throws IOException {
    return write(storage, root, CORPUS, replicates);
  }

  private static FileEntry write(Storage storage, Path root, String path, Replicates replicates) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      text(out, replicates.name());
      text(out, replicates.content());
      out.writeLong(replicates.seed());
      out.writeInt(replicates.count());
      for (var odds : List.of(replicates.judged(), replicates.corrected())) {
        text(out, odds.reason());
        for (float value : odds.values()) {
          out.writeFloat(value);
        }
      }
    }
    return NewFile.write(PublishedFiles.of(storage, root), root, path, bytes.toByteArray());
  }

  /** The files of a run's shards, in the order of their places. */
  public static List<FileEntry> shards(List<FileEntry> files) {
    return files.stream()
        .filter(file -> file.path().startsWith(FOLDER) && !file.path().equals(CORPUS))
        .sorted(Comparator.comparing((FileEntry file) -> file.path().length()).thenComparing(FileEntry::path))
        .toList();
  }

  /** The file of a run's corpus. */
  public static Optional<FileEntry> corpus(List<FileEntry> files) {
    return files.stream().filter(file -> file.path().equals(CORPUS)).findFirst();
  }

  /**
   * Reads one file of a run.
   *
   * @throws ManifestException if it is gone, or not as the manifest lists it
   */
  public static Replicates read(Storage storage, Path root, FileEntry entry) throws IOException {
    var path = new Path(root, entry.path());
    byte[] bytes;
    try (var in = PublishedFiles.open(storage, path)) {
      bytes = in.readAllBytes();
    }
    if (!Sha256.of(bytes).equals(entry.sha256())) {
      throw new BrokenRunException(path.toString(), "it is not as its run wrote it");
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return replicates(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenRunException(path.toString(), ManifestException.reason(e), e);
    }
  }

  private static Replicates replicates(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("another version of this program wrote it");
    }
    var name = text(in);
    var content = text(in);
    long seed = in.readLong();
    int count = in.readInt();
    if (count < 1 || count > MOST_REPLICATES) {
      throw new IOException(count + " replicates are out of range");
    }
    var replicates = new Replicates(name, content, seed, count, odds(in, count), odds(in, count));
    if (in.read() != -1) {
      throw new IOException("it holds more than its replicates");
    }
    return replicates;
  }

  private static LogOdds odds(DataInputStream in, int count) throws IOException {
    var reason = text(in);
    var values = new float[reason.isEmpty() ? count + 1 : 0];
    for (int r = 0; r < values.length; r++) {
      values[r] = in.readFloat();
    }
    return new LogOdds(reason, values);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = Text.utf8(Text.wellFormed(text));
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it breaks off");
    }
    return Text.utf8(bytes, "a text of it");
  }
}
