package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterweight.corpus.Words;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Lexicon;
import org.junit.jupiter.api.Test;

/** The passages written for training are sound, differ from each other, and are none of the sample corpus. */
class StancePassagesTest {

  private static final Path SAMPLES = Path.of("data-samples");
  private static final List<JsonNode> PASSAGES = read(SAMPLES.resolve("stance"));
  private static final double LIKE = 0.2;

  @Test
  void everyLineIsAWrittenPassageWithItsLabel() {
    assertThat(PASSAGES).hasSizeGreaterThan(1_200);
    var ids = new HashSet<String>();
    for (var passage : PASSAGES) {
      String id = passage.path("id").asText();
      assertThat(ids.add(id)).as("another passage is called %s", id).isTrue();
      assertThat(passage.path("draw").asText()).as(id).isEqualTo("written");
      assertThat(passage.path("source").asText()).as(id).isEqualTo("written");
      assertThat(Stance.of(passage.path("label").asText())).as(id).isNotNull();
      assertThat(passage.path("difficulty").asText()).as(id).isIn("easy", "hard");
      assertThat(Words.count(passage.path("text").asText())).as(id).isBetween(8, 450);
    }
  }

  @Test
  void everyStanceIsThereInNumbers() {
    for (var stance : Stance.values()) {
      long labelled = PASSAGES.stream().filter(one -> one.path("label").asText().equals(stance.label())).count();
      assertThat(labelled).as(stance.label()).isGreaterThanOrEqualTo(30);
    }
  }

  @Test
  void trainingReadsThemAll() throws IOException {
    var set = PassageSet.readAll(files(SAMPLES.resolve("stance")));
    assertThat(set.passages()).hasSize(PASSAGES.size()).allMatch(LabelledPassage::written);
    assertThat(set.disputed()).isZero();
  }

  @Test
  void noTwoShareMuchWording() {
    var shingles = PASSAGES.stream().map(one -> shingles(one, 5)).toList();
    var holders = new HashMap<String, List<Integer>>();
    for (int i = 0; i < shingles.size(); i++) {
      for (String shingle : shingles.get(i)) {
        holders.computeIfAbsent(shingle, key -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < shingles.size(); i++) {
      var shared = new HashMap<Integer, Integer>();
      for (String shingle : shingles.get(i)) {
        holders.get(shingle).forEach(other -> shared.merge(other, 1, Integer::sum));
      }
      shared.remove(i);
      for (Map.Entry<Integer, Integer> other : shared.entrySet()) {
        int all = shingles.get(i).size() + shingles.get(other.getKey()).size() - other.getValue();
        assertThat((double) other.getValue() / all).as("%s and %s", id(i), id(other.getKey())).isLessThan(LIKE);
      }
    }
  }

  @Test
  void noneSharesARunOfTwelveWordsWithTheSampleCorpus() {
    var corpus = new HashSet<String>();
    read(SAMPLES.resolve("texts")).forEach(text -> corpus.addAll(shingles(text, 12)));
    assertThat(corpus).hasSizeGreaterThan(10_000);
    for (var passage : PASSAGES) {
      assertThat(Collections.disjoint(shingles(passage, 12), corpus)).as(passage.path("id").asText()).isTrue();
    }
  }

  /** A fifth names AI by no word of its own (the machine, the system, the unit), as real fiction and papers do. */
  @Test
  void theGateAdmitsThreeInFourOfThoseAboutAi() {
    var gate = Gate.of(Lexicon.shipped("en"));
    var about = PASSAGES.stream().filter(one -> !one.path("label").asText().equals("not_ai")).toList();
    long admitted = about.stream().filter(one -> gate.admits(one.path("text").asText())).count();
    assertThat((double) admitted / about.size()).isGreaterThanOrEqualTo(0.75);
  }

  private static String id(int passage) {
    return PASSAGES.get(passage).path("id").asText();
  }

  /** Runs of so many words, punctuation and case aside. */
  private static Set<String> shingles(JsonNode node, int words) {
    String[] said = node.path("text").asText().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    var shingles = new HashSet<String>();
    for (int i = 0; i + words <= said.length; i++) {
      shingles.add(String.join(" ", List.of(said).subList(i, i + words)));
    }
    return shingles;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static List<JsonNode> read(Path folder) {
    var json = new ObjectMapper();
    var read = new ArrayList<JsonNode>();
    try {
      for (var file : files(folder)) {
        for (String line : Files.readAllLines(file)) {
          read.add(json.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + folder, e);
    }
    return read;
  }
}
