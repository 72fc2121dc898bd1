package org.counterweight.corpus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a document's source from where its shard lies: a plain name such as {@code source} is a partition column, read
 * from a folder {@code source=reddit}; anything else is a regular expression whose first group, found in the shard's
 * path, is the source.
 */
final class PathSource {
  private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
  private static final String HIVE_NULL = "__HIVE_DEFAULT_PARTITION__";

  private final String column;
  private final Pattern pattern;

  private PathSource(String column, Pattern pattern) {
    this.column = column;
    this.pattern = pattern;
  }

  /** Compiles a rule; the empty rule finds nothing. */
  static Optional<PathSource> of(String rule) {
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    if (COLUMN.matcher(rule).matches()) {
      return Optional.of(new PathSource(rule, null));
    }
    try {
      Pattern pattern = Pattern.compile(rule);
      if (pattern.matcher("").groupCount() < 1) {
        throw refused(rule, "it has no group (...) to take the source from");
      }
      return Optional.of(new PathSource(null, pattern));
    } catch (PatternSyntaxException e) {
      throw refused(rule, e.getDescription() + " at character " + e.getIndex());
    }
  }

  private static IllegalArgumentException refused(String rule, String why) {
    return new IllegalArgumentException("Cannot use corpus.source-from-path = " + rule + ": " + why);
  }

  /** The source of a shard's documents, empty where its path does not tell. */
  String of(Shard shard) {
    if (pattern != null) {
      Matcher matcher = pattern.matcher(shard.path());
      return matcher.find() && matcher.group(1) != null ? matcher.group(1) : "";
    }
    String found = "";
    for (String part : shard.hadoopPath().toUri().getPath().split("/")) {
      if (part.startsWith(column + "=")) {
        found = unescaped(part.substring(column.length() + 1));
      }
    }
    return found.equals(HIVE_NULL) ? "" : found;
  }

  /** Partition writers escape as URLs do, but for the plus sign. */
  private static String unescaped(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
