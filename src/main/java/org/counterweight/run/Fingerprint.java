package org.counterweight.run;

import java.io.IOException;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Storage;

/**
 * The SHA-256 of a shard's bytes in storage, so that a manifest names its input and the cache knows a shard that was
 * edited without changing size or time. A shard that cannot be read to its end has none: the census says why.
 *
 * @param storage where shards lie
 */
record Fingerprint(Storage storage) implements Engine.Task<Shard, String> {

  @Override
  public String run(Shard shard) {
    try (var in = storage.open(shard.hadoopPath())) {
      return Sha256.of(in);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
