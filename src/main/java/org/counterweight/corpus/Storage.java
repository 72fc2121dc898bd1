package org.counterweight.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The door to every Hadoop file system, local disk included, that travels to the workers with the settings of the
 * driver.
 *
 * @param settings Hadoop settings that differ from the defaults of a fresh {@link Configuration}
 */
public record Storage(Map<String, String> settings) implements Serializable {

  /** What people keep corpora on; named in messages where this machine knows it. */
  private static final List<String> SCHEMES =
      List.of("file", "hdfs", "webhdfs", "s3a", "gs", "abfs", "abfss", "wasbs", "oss", "o3fs", "ofs", "ftp");

  private static final String SETTING = "spark.hadoop.";

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*", Pattern.DOTALL);

  public Storage {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /**
   * A path as a person writes it. What has no scheme is a local path and is taken as it is written, whatever the
   * cluster's default file system; with a scheme, what Hadoop makes of it (which decodes nothing either).
   *
   * @throws IllegalArgumentException if it is no path
   */
  public static Path path(String named) {
    return SCHEME.matcher(named).matches()
        ? new Path(named)
        : new Path("file", null, java.nio.file.Path.of(named).toAbsolutePath().normalize().toString());
  }

  /**
   * Storage as this process is told of it: Hadoop's defaults, what {@code HADOOP_CONF_DIR} on the class path says, and
   * over both the system properties {@code spark.hadoop.*}, which {@code spark-submit --conf} sets too. So a setting
   * holds whether or not Spark carries the work.
   */
  public static Storage local() {
    var settings = new TreeMap<String, String>();
    var properties = System.getProperties();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith(SETTING)) {
        settings.put(name.substring(SETTING.length()), properties.getProperty(name));
      }
    }
    return new Storage(settings);
  }

  /** Made once for each set of settings in a JVM: reading Hadoop's defaults takes as long as a small shard. */
  private static final Map<Map<String, String>, Configuration> CONFIGURATIONS = new ConcurrentHashMap<>();

  /** A Hadoop configuration of these settings. It is shared: do not change it. */
  public Configuration configuration() {
    return CONFIGURATIONS.computeIfAbsent(settings, Storage::made);
  }

  private static Configuration made(Map<String, String> settings) {
    var configuration = new Configuration();
    settings.forEach(configuration::set);
    return configuration;
  }

  /**
   * The file system that holds a path: the local one without the checksum files that Hadoop keeps beside its own.
   *
   * @throws LocationException if no file system is known for its scheme
   * @throws IOException if it cannot be reached
   */
  public FileSystem fileSystem(Path path) throws IOException {
    var scheme = path.toUri().getScheme();
    if (scheme != null && !known(scheme)) {
      throw new LocationException("Cannot reach " + path + ": no file system is known for '" + scheme
          + ":'; known here are " + SCHEMES.stream().filter(this::known).collect(Collectors.joining(", "))
          + "; put another's jars on the class path: COUNTERWEIGHT_JARS for scripts/counterweight, --packages or --jars"
          + " for scripts/submit");
    }
    try {
      var files = FileSystem.get(scheme == null ? URI.create("file:///") : path.toUri(), configuration());
      return files instanceof LocalFileSystem checked ? checked.getRawFileSystem() : files;
    } catch (IllegalArgumentException e) {
      throw new LocationException("Cannot reach " + path + ": " + Reason.of(e));
    } catch (IOException e) {
      if (path.toUri().getAuthority() == null) {
        throw new LocationException("Cannot reach " + path + ": it names no host, and no default is configured");
      }
      throw e;
    }
  }

  private boolean known(String scheme) {
    try {
      FileSystem.getFileSystemClass(scheme, configuration());
      return true;
    } catch (IOException | RuntimeException | LinkageError e) {
      return false;
    }
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
