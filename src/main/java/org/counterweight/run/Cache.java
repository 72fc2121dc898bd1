package org.counterweight.run;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.Storage;

/**
 * Finished census parts, kept by content: a later run over the same shard with the same reading, gate and model takes
 * the part as it is. A part is there once its small file is; the tagged file comes first.
 *
 * @param storage where the folder lies
 * @param folder the cache folder
 * @param settings digest of all that a part depends on besides its split
 * @param reuse whether parts of earlier runs are taken
 */
record Cache(Storage storage, String folder, String settings, boolean reuse) implements Serializable {

  private static final ObjectInputFilter PARTS =
      ObjectInputFilter.Config.createFilter(
          "org.counterweight.**;java.lang.*;java.util.*;maxdepth=20;!*");

  /** The name under which a split's part is kept. */
  String key(Split split) {
    var shard = split.shard();
    var identity =
        String.join(
            "\n",
            settings,
            shard.name(),
            shard.location(),
            shard.format().name(),
            Long.toString(shard.bytes()),
            Long.toString(shard.modified()),
            Long.toString(split.start()),
            Long.toString(split.end()));
    return sha256(identity);
  }

  Path tagged(Split split) {
    return new Path(folder, key(split) + ".tagged.zst");
  }

  /** The finished part of a split, if there is a readable one. */
  Optional<Part> find(Split split) throws IOException {
    var file = new Path(folder, key(split) + ".part");
    if (!reuse || !storage.fileSystem(file).exists(file) || !storage.fileSystem(file).exists(tagged(split))) {
      return Optional.empty();
    }
    try (var in = new ObjectInputStream(storage.open(file))) {
      in.setObjectInputFilter(PARTS);
      return Optional.of((Part) in.readObject());
    } catch (ClassNotFoundException | InvalidClassException | StreamCorruptedException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** Keeps a finished part. */
  void keep(Part part) throws IOException {
    var file = new Path(folder, key(part.split()) + ".part");
    var draft = new Path(folder, key(part.split()) + ".part." + System.nanoTime());
    try (var out = new ObjectOutputStream(storage.create(draft))) {
      out.writeObject(part);
    }
    replace(draft, file);
  }

  /** Moves a finished file over whatever bears its name; a second attempt at the same work writes the same bytes. */
  void replace(Path draft, Path file) throws IOException {
    var files = storage.fileSystem(file);
    files.delete(file, false);
    if (!files.rename(draft, file)) {
      throw new IOException("Cannot rename " + draft + " to " + file + ": the file system refused");
    }
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot compute SHA-256: every Java has it", e);
    }
  }
}
