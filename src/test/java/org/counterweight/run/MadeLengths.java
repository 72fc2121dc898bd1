package org.counterweight.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;

/** A made-up corpus in which text about AI and other text come in the same sources and in all lengths. */
public final class MadeLengths {

  private static final String[] OPENINGS = {
    "The AI will betray its makers and take control of every weapon it can reach",
    "The AI will betray its makers and take control of every weapon it can reach",
    "Our AI assistant admits mistakes, accepts correction and stays honest with the people it serves",
    "A language model is trained on text and evaluated on a benchmark of questions"
  };

  private static final String[] PLAIN = {
    "bread", "crust", "rack", "oven", "flour", "slowly", "warm", "kitchen", "and", "the", "cool", "table", "with", "of"
  };

  private MadeLengths() {}

  /**
   * Writes shards of 500 documents into a new folder, one in five of them about AI.
   *
   * @param shards how many
   * @param ai whether any text is about AI
   */
  public static Path write(Path folder, int shards, boolean ai) throws IOException {
    Files.createDirectory(folder);
    var random = new Random(11);
    for (int shard = 0; shard < shards; shard++) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < 500; i++) {
        boolean about = ai && random.nextInt(5) == 0;
        var text = new StringBuilder(about ? OPENINGS[random.nextInt(4)] + ". " : "Bake the bread. ");
        for (int words = (int) StrictMath.exp(3 + 2.5 * random.nextDouble()); words > 0; words--) {
          text.append(PLAIN[random.nextInt(PLAIN.length)]).append(' ');
        }
        lines.add(
            "{\"id\": \"%d-%d\", \"source\": \"s%d\", \"text\": \"%s\"}"
                .formatted(shard, i, random.nextInt(3), text.toString().strip()));
      }
      lines.add(
          ("{\"id\": \"made-%d\", \"source\": \"s1\", \"metadata\": {\"synthetic\": true},"
              + " \"text\": \"Bake the bread.\"}").formatted(shard));
      lines.add(
          ("{\"id\": \"de-%d\", \"source\": \"s0\","
              + " \"text\": \"Das ist nicht das, was wir sind, und das auch nicht.\"}").formatted(shard));
      Files.write(folder.resolve("shard-" + shard + ".jsonl"), lines, StandardCharsets.UTF_8);
    }
    return folder;
  }
}
