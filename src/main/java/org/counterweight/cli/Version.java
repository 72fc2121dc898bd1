package org.counterweight.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.counterweight.corpus.Sha256;

/** What this build calls itself. */
final class Version {

  private Version() {}

  /** The version of the jar. */
  static String text() {
    return property("version");
  }

  /** The commit that it was built from, or {@code unknown}. */
  static String commit() {
    return property("commit");
  }

  private static String property(String name) {
    try (var in = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty(name, "unknown");
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read version.properties from the jar", e);
    }
  }

  /**
   * A digest of the program's own bytes, so that a build whose version is the same takes nothing from the cache that
   * another program left; of classes that lie about unpacked, as in tests, just their place.
   */
  static String program() throws IOException {
    try {
      var place = Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(place)) {
        return place.toString();
      }
      return Sha256.of(Files.readAllBytes(place));
    } catch (URISyntaxException e) {
      throw new IOException("Cannot read the program's own bytes: " + e.getMessage(), e);
    }
  }
}
