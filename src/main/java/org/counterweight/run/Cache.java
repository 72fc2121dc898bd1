package org.counterweight.run;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
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

  /** The cache folder within an output folder. */
  static final String FOLDER = "cache";

  private static final String PART = ".part";
  private static final Pattern DRAFT = Pattern.compile("[0-9a-f]{64}\\.(part|tagged\\.zst)\\.[0-9]+");

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
            shard.identity(),
            Long.toString(split.start()),
            Long.toString(split.end()));
    return sha256(identity);
  }

  Path tagged(Split split) {
    return new Path(folder, key(split) + ".tagged.zst");
  }

  /**
   * The finished part of a split, if there is a sound one. The cache is a convenience: whatever is wrong with it, the
   * shard is read again.
   */
  Optional<Part> find(Split split) {
    if (!reuse) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(split));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Part read(Split split) throws IOException {
    byte[] bytes;
    try (var in = storage.open(new Path(folder, key(split) + PART))) {
      bytes = in.readAllBytes();
    }
    try (var sealed = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var seal = sealed.readUTF();
      byte[] payload = sealed.readAllBytes();
      var part = StoredObject.read(payload, Part.class);
      if (!seal.equals(seal(split, payload, taggedLength(split)))) {
        throw new InvalidObjectException("Cannot trust " + key(split) + PART + ": its seal is broken");
      }
      return part.in(tagged(split).toString());
    }
  }

  private long taggedLength(Split split) throws IOException {
    return storage.fileSystem(tagged(split)).getFileStatus(tagged(split)).getLen();
  }

  /** What a part's file says of itself: digest of its bytes, bound to its key and to the length of its tagged file. */
  private String seal(Split split, byte[] payload, long taggedLength) {
    return sha256(Sha256.of(payload) + key(split) + taggedLength);
  }

  /** Keeps a finished part, whose tagged file is there already. */
  void keep(Part part) throws IOException {
    byte[] payload = StoredObject.write(part);
    var file = new Path(folder, key(part.split()) + PART);
    var draft = new Path(folder, key(part.split()) + PART + "." + System.nanoTime());
    try (var out = new DataOutputStream(storage.create(draft))) {
      out.writeUTF(seal(part.split(), payload, taggedLength(part.split())));
      out.write(payload);
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

  /** Deletes the drafts of runs that were killed; only the run that holds the output folder may. */
  static void sweep(Storage storage, Path folder) throws IOException {
    var files = storage.fileSystem(folder);
    if (files.exists(folder)) {
      for (var status : files.listStatus(folder)) {
        if (DRAFT.matcher(status.getPath().getName()).matches()) {
          files.delete(status.getPath(), false);
        }
      }
    }
  }

  static String sha256(String text) {
    return Sha256.of(text);
  }
}
