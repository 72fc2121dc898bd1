package org.counterweight.cli;

import java.io.IOException;
import java.util.Properties;

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
}
