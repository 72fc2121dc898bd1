package org.counterweight.corpus;

import java.io.Serializable;
import java.net.URI;
import java.util.Objects;
import org.apache.hadoop.fs.Path;

/**
 * One input file.
 *
 * @param input 0-based number of the named input that it was found under
 * @param path its path below that input, parts separated by {@code /}; for a file named outright, its file name
 * @param location its escaped absolute URI
 * @param format how it is read
 * @param bytes its size in storage
 * @param modified when it last changed, in milliseconds since 1970
 * @param sha256 lower-case hexadecimal SHA-256 of its bytes in storage; empty until they are digested
 */
public record Shard(
    int input, String path, String location, Format format, long bytes, long modified, String sha256)
    implements Serializable {

  public Shard {
    Objects.requireNonNull(path);
    Objects.requireNonNull(location);
    Objects.requireNonNull(format);
    Objects.requireNonNull(sha256);
    if (input < 0 || bytes < 0) {
      throw new IllegalArgumentException("Cannot hold shard " + path + ": negative input number or size");
    }
  }

  /** A shard as it is found, before its bytes are read. */
  public Shard(int input, String path, String location, Format format, long bytes, long modified) {
    this(input, path, location, format, bytes, modified, "");
  }

  /** The same shard once its bytes are digested. */
  public Shard digested(String digest) {
    return new Shard(input, path, location, format, bytes, modified, digest);
  }

  /** What its content is known by: the digest, or size and time of change where it could not be digested. */
  public String identity() {
    return sha256.isEmpty() ? bytes + "+" + modified : sha256;
  }

  /** What the shard is called in every output: {@code <input>/<path>}. */
  public String name() {
    return input + "/" + path;
  }

  /** Where Hadoop finds it. */
  public Path hadoopPath() {
    return new Path(URI.create(location));
  }
}
