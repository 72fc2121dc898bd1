package org.counterweight.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.SplittableRandom;
import org.counterweight.run.Engine;
import org.counterweight.run.MadeParts;
import org.counterweight.run.Progress;

/**
 * Times the search for works among many made documents: three in five alone, one in five an exact and one in five a
 * near-copy of another, and one in twenty of a single template. Run by hand.
 */
final class ManyDocuments {

  private static final int PART = 20_000;
  private static final int TEMPLATE = 20;

  private final SplittableRandom random = new SplittableRandom(1);
  private final ArrayList<String> kept = new ArrayList<>();

  private ManyDocuments() {}

  /** Takes a folder, which must be empty, the number of documents, and Spark's master. */
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[1]);
    long began = System.nanoTime();
    var parts = new MadeParts(Path.of(args[0]));
    var documents = new ManyDocuments();
    long characters = 0;
    for (int from = 0; from < count; from += PART) {
      var part = new ArrayList<MadeParts.Made>(PART);
      for (int i = from; i < Math.min(count, from + PART); i++) {
        var text = documents.text(i);
        characters += text.length();
        part.add(new MadeParts.Made("d" + i, text));
      }
      parts.part(part);
    }
    System.out.printf(Locale.ROOT, "%,d documents, %,d characters, made in %.0f s%n", count, characters, since(began));
    try (var engine = SparkEngine.start(args[2], Progress.SILENT)) {
      report(parts, engine);
    }
  }

  private static void report(MadeParts parts, Engine engine) throws IOException {
    long began = System.nanoTime();
    var works = parts.worksOfAll(engine, 0.8);
    System.out.printf(Locale.ROOT, "works in %.1f s by %s%n", since(began), engine.description());
    var sizes = new HashMap<Integer, Integer>();
    works.forEach((work, copies) -> sizes.merge(Math.min(copies, 10), 1, Integer::sum));
    System.out.printf(
        Locale.ROOT, "%,d works; by copies (10: ten or more) %s; largest %,d%n", works.size(), sizes,
        works.values().stream().mapToInt(copies -> copies).max().orElse(0));
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private String text(int number) {
    if (number % TEMPLATE == 0) {
      return fresh(new SplittableRandom(2), 150) + "number " + number;
    }
    int kind = number % 5;
    if (kind < 3 || kept.isEmpty()) {
      var text = fresh(random, (int) (20 + 130 * -Math.log(1 - random.nextDouble())));
      kept.add(text);
      return text;
    }
    var text = kept.get(random.nextInt(kept.size()));
    return kind == 3 ? text : text.substring(0, text.length() * 95 / 100) + " read more";
  }

  private static String fresh(SplittableRandom random, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(Integer.toString(random.nextInt(40_000), 36)).append(' ');
    }
    return text.toString();
  }
}
