package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.counterweight.run.MadeParts.Made;
import org.counterweight.work.TextId;
import org.counterweight.work.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as one work, and what that may not depend on. */
class WorksTest {

  private static final Engine STREAM = new StreamEngine(Progress.SILENT);

  @TempDir Path folder;

  @Test
  void editedCutAndFramedTextsAreCopiesAndOthersAreNot() throws IOException {
    var text = Texts.words(1, 400);
    var words = text.split(" ");
    words[200] = "CHANGED";
    var documents =
        List.of(
            new Made("original", text),
            new Made("edited", String.join(" ", words)),
            new Made("cut", text.substring(0, text.length() * 9 / 10)),
            new Made("framed", "<div class=\"post\"><p>Share this!</p><p>" + text + "</p> Read more: subscribe</div>"),
            new Made("louder", text.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ")),
            new Made("half", text.substring(0, text.length() / 2)),
            new Made("other", Texts.words(2, 400)),
            new Made("short", "AI is coming"),
            new Made("shorter", "AI is"),
            new Made("short-again", "ai is coming!"));
    assertThat(MadeParts.dealt(folder, documents, 3).groups(STREAM, 0.8))
        .containsExactly(List.of("cut", "edited", "framed", "louder", "original"), List.of("short", "short-again"));
  }

  @Test
  void theThresholdDecides() throws IOException {
    var text = Texts.words(1, 300);
    var documents = List.of(new Made("a", text), new Made("b", text + Texts.words(2, 45)), new Made("c", text + "!"));
    assertThat(MadeParts.dealt(folder, documents, 2).groups(STREAM, 0.8)).containsExactly(List.of("a", "b", "c"));
    assertThat(MadeParts.dealt(folder, documents, 2).groups(STREAM, 0.95)).containsExactly(List.of("a", "c"));
    assertThat(MadeParts.dealt(folder, documents, 2).groups(STREAM, 1)).containsExactly(List.of("a", "c"));
  }

  @Test
  void copiesAddUpOverExactAndNearCopiesInAllParts() throws IOException {
    var text = Texts.words(1, 200);
    var near = text + "one more word";
    var documents = new ArrayList<Made>();
    for (int i = 0; i < 7; i++) {
      documents.add(new Made("exact" + i, text));
      documents.add(new Made("near" + i, near));
    }
    documents.add(new Made("alone", Texts.words(9, 50)));
    var works = MadeParts.dealt(folder, documents, 4).works(STREAM, 0.8);
    var texts = List.of(TextId.of(Cache.sha256(text)), TextId.of(Cache.sha256(near)));
    assertThat(works.remove("alone")).isEqualTo(TextId.of(Cache.sha256(Texts.words(9, 50))).name() + " x 1");
    assertThat(works.values()).containsOnly(Collections.min(texts).name() + " x 14");
  }

  /** Families of texts, each rewritten from its first by chance, some of them again and again. */
  private static List<Made> families(int families, int each, int length, long seed) {
    var random = new Random(seed);
    var documents = new ArrayList<Made>();
    for (int family = 0; family < families; family++) {
      var text = Texts.words(1000 * seed + family, length / 2 + random.nextInt(length));
      for (int copy = 0; copy < each; copy++) {
        var words = text.split(" ");
        for (int edit = random.nextInt(4); edit > 0; edit--) {
          words[random.nextInt(words.length)] = "edit" + random.nextInt(1000);
        }
        int end = words.length - random.nextInt(1 + words.length / 5);
        documents.add(new Made(family + "-" + copy, String.join(" ", List.of(words).subList(0, end))));
      }
    }
    return documents;
  }

  @Test
  void anySplitAndAnyOrderGiveTheSameWorks() throws IOException {
    var documents = families(30, 6, 300, 3);
    documents.addAll(families(5, 5, 3000, 4).stream().map(made -> new Made("long" + made.id(), made.text())).toList());
    var works = MadeParts.dealt(folder.resolve("one"), documents, 1).works(STREAM, 0.8);
    assertThat(works.values().stream().filter(work -> !work.endsWith(" x 1")).count()).isGreaterThan(100);
    for (int hands : new int[] {2, 7, 60}) {
      var shuffled = new ArrayList<>(documents);
      Collections.shuffle(shuffled, new Random(hands));
      assertThat(MadeParts.dealt(folder.resolve("of" + hands), shuffled, hands).works(STREAM, 0.8)).isEqualTo(works);
    }
  }

  /** Thousands of near-copies of a template meet in the same bands; the cost must grow with them, not their pairs. */
  @Test
  void aCrowdOfNearCopiesIsOneWork() throws IOException {
    var template = Texts.words(1, 200);
    var documents = new ArrayList<Made>();
    for (int i = 0; i < 4000; i++) {
      documents.add(new Made("n" + i, template + "number " + i));
    }
    long began = System.nanoTime();
    var works = MadeParts.dealt(folder, documents, 3).works(STREAM, 0.8);
    assertThat(works).hasSize(4000);
    assertThat(works.values().stream().distinct()).singleElement().asString().endsWith(" x 4000");
    assertThat((System.nanoTime() - began) / 1e9).isLessThan(60);
  }

  @Test
  void noDocumentsAreNoWorks() throws IOException {
    assertThat(new MadeParts(folder).part(List.of()).works(STREAM, 0.8)).isEmpty();
    assertThat(new MadeParts(folder).works(STREAM, 0.8)).isEmpty();
  }
}
