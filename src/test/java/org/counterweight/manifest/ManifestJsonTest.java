package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Sha256;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<FileEntry> FILES =
      List.of(
          new FileEntry("documents/part-00000.parquet", 5, Sha256.of(new byte[] {5})),
          new FileEntry("report.html", 0, Sha256.of(new byte[0])));
  private static final Manifest MANIFEST = Samples.manifest(20, FILES, Sha256.of(new byte[] {9}));

  @Test
  void aHeaderComesBackAsItWas() throws IOException {
    String text = ManifestJson.write(MANIFEST);
    assertThat(ManifestJson.write(ManifestJson.parse(text))).isEqualTo(text);
    assertThat(ManifestJson.parse(text).plan()).isEqualTo(MANIFEST.plan());
    assertThat(ManifestJson.parse(text).totals()).isEqualTo(MANIFEST.totals());
    assertThat(ManifestJson.parse(text).files()).isEqualTo(MANIFEST.files());
  }

  @Test
  void itsKeysAreThoseOfTheContract() throws IOException {
    var json = MAPPER.readTree(ManifestJson.write(MANIFEST));
    assertThat(keys(json))
        .containsExactly(
            "schema_version", "provenance", "default_weight", "plan", "totals", "files", "logical_digest", "variants");
    assertThat(keys(json.get("plan")))
        .containsExactly(
            "target", "requested", "achieved_expected", "achieved_rounded", "achieved_true", "feasible", "reason",
            "binding", "arm", "dose", "stage", "kl", "words_before", "words_after", "extra_words", "costs",
            "warnings");
    assertThat(keys(json.at("/plan/costs")))
        .containsExactly(
            "effective_words_before", "effective_words_after", "value_per_extra_word", "shift_source", "shift_month",
            "shift_length");
    assertThat(keys(json.at("/plan/achieved_true"))).containsExactly("value", "low", "high", "identifiable", "reason");
  }

  @Test
  void numbersThatAreNotFiniteAreNull() throws IOException {
    var plan = MAPPER.readTree(ManifestJson.write(MANIFEST)).get("plan");
    assertThat(plan.get("dose").isNull()).isTrue();
    assertThat(plan.at("/achieved_true/high").isNull()).isTrue();
    assertThat(ManifestJson.parse(ManifestJson.write(MANIFEST)).plan().achievedTrue().high()).isInfinite();
  }

  @Test
  void everyFieldThatIsMissingIsNamed() throws IOException {
    for (var place : places()) {
      var json = copy();
      var parent = (ObjectNode) at(json, place.subList(0, place.size() - 1));
      parent.remove(place.get(place.size() - 1));
      assertRefused(json, place, "is missing");
    }
  }

  @Test
  void everyFieldOfAnotherTypeIsNamed() throws IOException {
    for (var place : places()) {
      var json = copy();
      var parent = (ObjectNode) at(json, place.subList(0, place.size() - 1));
      String key = place.get(place.size() - 1);
      if (parent.get(key).isTextual()) {
        parent.put(key, 1);
      } else {
        parent.put(key, "1");
      }
      assertRefused(json, place, "is not ");
    }
  }

  @Test
  void everyFieldThatIsNullIsNamedUnlessItIsAFraction() throws IOException {
    var fractions =
        List.of(
            "requested", "achieved_expected", "achieved_rounded", "dose", "kl", "value", "low", "high",
            "effective_words_before", "effective_words_after", "value_per_extra_word", "shift_source", "shift_month",
            "shift_length");
    for (var place : places()) {
      String key = place.get(place.size() - 1);
      var json = copy();
      ((ObjectNode) at(json, place.subList(0, place.size() - 1))).putNull(key);
      if (!fractions.contains(key)) {
        assertThatThrownBy(() -> ManifestJson.parse(json.toString()))
            .as("%s", place)
            .isInstanceOf(ManifestException.class)
            .hasMessageStartingWith("Cannot read manifest.json");
      }
    }
  }

  @Test
  void aFieldTooManyIsNamedWhereverItStands() throws IOException {
    for (String object : List.of("", "/provenance", "/plan", "/plan/achieved_true", "/totals", "/files/0")) {
      var json = copy();
      ((ObjectNode) json.at(object)).put("extra", 1);
      assertThatThrownBy(() -> ManifestJson.parse(json.toString())).hasMessageContaining("extra is not expected");
    }
  }

  @Test
  void whatIsNotOneObjectIsRefused() {
    String good = ManifestJson.write(MANIFEST);
    for (String text : List.of("", "[]", "null", good + "{}", good.substring(0, 50), "{\"a\":1,\"a\":1}", "NaN")) {
      assertThatThrownBy(() -> ManifestJson.parse(text))
          .isInstanceOf(ManifestException.class)
          .hasMessageStartingWith("Cannot read manifest.json: ");
    }
  }

  @Test
  void valuesOutOfRangeAreRefused() throws IOException {
    assertThatThrownBy(() -> ManifestJson.parse(replaced("\"schema_version\" : 1", "\"schema_version\" : 2")))
        .hasMessageContaining("schema_version is 2; this version of Counterweight knows 1")
        .hasMessageNotContaining("is is");
    assertThatThrownBy(() -> ManifestJson.parse(replaced("\"default_weight\" : 1.0", "\"default_weight\" : -1.0")))
        .hasMessageContaining("default weight");
    assertThatThrownBy(() -> ManifestJson.parse(replaced("\"report.html\"", "\"../report.html\"")))
        .hasMessageContaining("files[1]")
        .hasMessageContaining("not a plain relative path");
    assertThatThrownBy(() -> ManifestJson.parse(replaced("\"report.html\"", "\"documents/part-00000.parquet\"")))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> ManifestJson.parse(replaced("\"empty\" : 12", "\"empty\" : -12")))
        .hasMessageContaining("totals.empty is negative");
  }

  @Test
  void itsBytesDoNotDependOnTheLocale() {
    var before = Locale.getDefault();
    String expected = ManifestJson.write(MANIFEST);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ManifestJson.write(MANIFEST)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void filesAreAddedInOrder() {
    var added = MANIFEST.with(List.of(new FileEntry("passages/part-00000.parquet", 1, Sha256.of(new byte[0]))));
    assertThat(added.files()).extracting(FileEntry::path)
        .containsExactly("documents/part-00000.parquet", "passages/part-00000.parquet", "report.html");
  }

  @Test
  void aFolderWithoutAHeaderIsNamed(@TempDir java.nio.file.Path folder) {
    assertThatThrownBy(() -> ManifestJson.read(Storage.local(), new Path(folder.toUri())))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("there is no such file");
  }

  private static void assertRefused(JsonNode json, List<String> place, String why) {
    String name = String.join(".", place).replace(".0", "[0]");
    assertThatThrownBy(() -> ManifestJson.parse(json.toString()))
        .as(name)
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith("Cannot read manifest.json: " + name + " " + why);
  }

  private static String replaced(String from, String to) {
    String text = ManifestJson.write(MANIFEST);
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private static JsonNode copy() throws IOException {
    return MAPPER.readTree(ManifestJson.write(MANIFEST));
  }

  /** The places of all fields, first elements of lists included. */
  private static List<List<String>> places() throws IOException {
    var places = new ArrayList<List<String>>();
    collect(copy(), List.of(), places);
    assertThat(places).hasSizeGreaterThan(50);
    return places;
  }

  private static void collect(JsonNode node, List<String> place, List<List<String>> places) {
    if (node instanceof ArrayNode && node.size() > 0 && node.get(0).isObject()) {
      collect(node.get(0), append(place, "0"), places);
    } else if (node.isObject()) {
      node.fieldNames().forEachRemaining(key -> {
        places.add(append(place, key));
        collect(node.get(key), append(place, key), places);
      });
    }
  }

  private static List<String> append(List<String> place, String key) {
    var longer = new ArrayList<>(place);
    longer.add(key);
    return longer;
  }

  private static JsonNode at(JsonNode json, List<String> place) {
    var node = json;
    for (String key : place) {
      node = node.isArray() ? node.get(Integer.parseInt(key)) : node.get(key);
    }
    return node;
  }

  private static List<String> keys(JsonNode node) {
    var keys = new ArrayList<String>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
