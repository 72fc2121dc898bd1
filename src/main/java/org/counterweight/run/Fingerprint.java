package org.counterweight.run;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Storage;

/**
 * The SHA-256 of a shard's bytes in storage, so that a manifest names its input and the cache knows a shard that was
 * edited without changing size or time. A shard that cannot be read to its end has none: the census says why.
 *
 * @param storage where shards lie
 */
record Fingerprint(Storage storage) implements Engine.Task<Shard, String> {

  private static final int BUFFER = 1 << 20;

  @Override
  public String run(Shard shard) {
    var sha256 = sha256();
    var buffer = new byte[BUFFER];
    try (var in = storage.open(shard.hadoopPath())) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    } catch (IOException unreadable) {
      return "";
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot compute SHA-256: every Java has it", e);
    }
  }
}
