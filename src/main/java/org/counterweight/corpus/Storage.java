package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The door to every Hadoop file system, local disk included, that travels to the workers with the settings of the
 * driver.
 *
 * @param settings Hadoop settings that differ from the defaults of a fresh {@link Configuration}
 */
public record Storage(Map<String, String> settings) implements Serializable {

  public Storage {
    settings = new TreeMap<>(settings);
  }

  /** Storage with Hadoop's own defaults. */
  public static Storage local() {
    return new Storage(Map.of());
  }

  /** A Hadoop configuration in which local files have no checksum side files. */
  public Configuration configuration() {
    var configuration = new Configuration();
    settings.forEach(configuration::set);
    configuration.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    return configuration;
  }

  /**
   * The file system that holds a path.
   *
   * @throws IOException if its scheme is unknown or it cannot be reached
   */
  public FileSystem fileSystem(Path path) throws IOException {
    return FileSystem.get(path.toUri().getScheme() == null ? URI.create("file:///") : path.toUri(), configuration());
  }

  /** Opens a file for reading; the stream is seekable where the file system allows. */
  public InputStream open(Path path) throws IOException {
    return fileSystem(path).open(path);
  }

  /** Creates a file, with its parent folders, replacing what was there. */
  public OutputStream create(Path path) throws IOException {
    return fileSystem(path).create(path, true);
  }
}
