package org.counterweight.corpus;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A field that holds readers' reactions.
 *
 * @param path dotted path of the field
 * @param zeroIsUnknown whether the corpus writes 0 where it does not know
 */
public record EngagementField(String path, boolean zeroIsUnknown) implements Serializable {

  public EngagementField {
    Objects.requireNonNull(path);
    if (path.isBlank()) {
      throw new IllegalArgumentException("Cannot read engagement from an empty path: name a field, as metadata.score");
    }
  }

  /** A field whose zeros are zeros. */
  public static EngagementField of(String path) {
    return new EngagementField(path, false);
  }

  /** The names that corpora commonly use, at the top level and in their metadata. */
  static List<EngagementField> common() {
    Stream<String> names =
        Stream.of("score", "karma", "num_karma", "num_points", "claps", "Upvotes", "Reactions", "likes", "views",
            "num_comments", "comments", "Replies");
    return Stream.concat(
            names.flatMap(name -> Stream.of("metadata." + name, name)).map(EngagementField::of),
            Stream.of(new EngagementField("metadata.view_count", true), new EngagementField("view_count", true)))
        .toList();
  }
}
