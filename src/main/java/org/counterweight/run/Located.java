package org.counterweight.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A part in its place: known only once the splits before it in its shard have been counted.
 *
 * @param index its place among all parts of the run
 * @param part what the census found
 * @param rowBase rows of its shard before it
 * @param works the file that lists its texts with several copies; empty where it has none, or before they are known
 */
public record Located(int index, Part part, long rowBase, String works) implements Serializable {

  public Located {
    Objects.requireNonNull(part);
    Objects.requireNonNull(works);
  }

  /** The name of its shard. */
  public String shard() {
    return part.split().shard().name();
  }

  /** Locates parts that come in order of shard and split. */
  static List<Located> all(List<Part> parts) {
    var located = new ArrayList<Located>();
    long base = 0;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      base = part.split().index() == 0 ? 0 : base;
      located.add(new Located(i, part, base, ""));
      base += part.rows();
    }
    return located;
  }

  /** The parts with what the works stage answered each. */
  static List<Located> answered(List<Located> parts, List<Works.Answer> answers) {
    Map<Integer, Works.Answer> byPart =
        answers.stream().collect(Collectors.toMap(Works.Answer::part, Function.identity()));
    return parts.stream()
        .map(located -> byPart.containsKey(located.index()) ? located.with(byPart.get(located.index())) : located)
        .toList();
  }

  private Located with(Works.Answer answer) {
    return new Located(index, part.withDuplicateIds(answer.duplicateIds()), rowBase, answer.file());
  }

  /** The parts of each shard, shards in the order of their first part. */
  static List<List<Located>> byShard(List<Located> parts) {
    var shards = new ArrayList<List<Located>>();
    for (var located : parts) {
      if (located.part().split().index() == 0) {
        shards.add(new ArrayList<>());
      }
      shards.get(shards.size() - 1).add(located);
    }
    return shards;
  }
}
