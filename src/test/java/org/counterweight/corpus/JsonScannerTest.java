package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson, strict, is the judge of what is JSON and what it says. */
class JsonScannerTest {
  private static final List<String> PATHS = List.of("text", "a.b", "a.b.c", "a.Post Title", "n\u00e4me");
  private static final ObjectMapper JACKSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final PathTree tree = new PathTree(PATHS);
  private final JsonScanner scanner = new JsonScanner(tree);

  private boolean accepts(byte[] line) {
    try {
      scanner.scan(line, 0, line.length);
      return true;
    } catch (NotJsonException e) {
      return false;
    }
  }

  private String found(byte[] line, int slot) {
    JsonText text = new JsonText();
    return switch (scanner.kind(slot)) {
      case STRING, ESCAPED_STRING -> {
        text.decode(line, scanner.start(slot), scanner.end(slot));
        yield "\"" + text;
      }
      case NULL, ABSENT -> "nothing";
      case NESTED -> "nested";
      default -> new String(line, scanner.start(slot), scanner.end(slot) - scanner.start(slot),
          java.nio.charset.StandardCharsets.UTF_8);
    };
  }

  private static String expected(JsonNode root, String... names) {
    JsonNode node = root;
    for (String name : names) {
      node = node.path(name);
    }
    return node.isTextual() ? "\"" + node.textValue()
        : node.isNull() || node.isMissingNode() ? "nothing" : node.isContainerNode() ? "nested" : node.asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}", "{\"text\":\"x\"}", " { \"a\" : [ 1 , {\"b\":null} ] , \"b\" : -0.5e+10 } ",
        "{\"a\":[[],{},\"\",true,false]}",
        "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}", "{\"a\":0,\"a\":10}\r", "{\"\":0}", "{\"a\":\"\u007f\"}"
      })
  void takesJson(String line) throws JsonProcessingException {
    assertThat(JACKSON.readTree(line).isObject()).isTrue();
    assertThat(accepts(Shards.utf8(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "[]", "1", "\"x\"", "null", "{", "{}}", "{} {}", "{}x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
        "{a:1}",
        "{'a':1}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":-}", "{\"a\":1e}", "{\"a\":tru}",
        "{\"a\":nul",
        "{\"a\":\"x}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"tab\there\"}",
        "{\"a\":[1,]}",
        "{\"a\":[1}", "{\"a\":\"x\" \"b\":1}", "{\"a\":1 2}", "{\"a\":\"\\", "{\"a\":[1 2]}", "// c\n{}", "{\"a\":nan}"
      })
  void refusesTheRest(String line) {
    assertThatThrownBy(() -> {
      JsonNode node = JACKSON.readTree(line);
      assertThat(node.isObject()).as("an object").isTrue();
    }).isInstanceOfAny(JsonProcessingException.class, AssertionError.class);
    assertThat(accepts(Shards.utf8(line))).isFalse();
  }

  @Test
  void takesTheNumbersThatPythonWritesBeyondJson() {
    assertThat(accepts(Shards.utf8("{\"a\":NaN,\"b\":Infinity,\"c\":-Infinity}"))).isTrue();
    assertThat(accepts(Shards.utf8("{\"a\":-NaN}"))).isFalse();
    assertThat(accepts(Shards.utf8("{\"a\":Infinite}"))).isFalse();
  }

  @Test
  void aNestingBombIsRefusedAndDeepNestingIsNot() {
    assertThat(accepts(Shards.utf8("{\"a\":" + "[".repeat(999) + "]".repeat(999) + "}"))).isTrue();
    assertThat(accepts(Shards.utf8("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}"))).isFalse();
    assertThat(accepts(Shards.utf8("{\"a\":".repeat(500_000)))).isFalse();
  }

  @Test
  void ofFieldsWithOneNameTheLastCounts() {
    byte[] line = Shards.utf8("{\"a\":{\"b\":1,\"Post Title\":\"x\"},\"text\":1,\"a\":{\"b\":2},\"text\":\"y\"}");
    assertThat(accepts(line)).isTrue();
    assertThat(found(line, tree.slotsOf(0)[0])).isEqualTo("\"y");
    assertThat(found(line, tree.slotsOf(1)[0])).isEqualTo("2");
    assertThat(found(line, tree.slotsOf(3)[0])).isEqualTo("nothing");
  }

  @Test
  void namesAreComparedAsTheyAreMeant() {
    byte[] line = Shards.utf8("{\"te\\u0078t\":\"x\",\"a\":{\"Post\\u0020Title\":\"y\"},\"n\u00e4me\":1,\"a.b\":3}");
    assertThat(accepts(line)).isTrue();
    assertThat(found(line, tree.slotsOf(0)[0])).isEqualTo("\"x");
    assertThat(found(line, tree.slotsOf(3)[0])).isEqualTo("\"y");
    assertThat(found(line, tree.slotsOf(4)[0])).isEqualTo("1");
    assertThat(found(line, tree.slotsOf(1)[0])).isEqualTo("nothing");
    assertThat(found(line, tree.slotsOf(1)[1])).isEqualTo("3");
  }

  @Test
  void aFaultIsToldWithItsPlace() {
    assertThatThrownBy(() -> scanner.scan(Shards.utf8("xx{\"a\" 1}"), 2, 9))
        .hasMessage("expected ':' at byte 5 of the line");
  }

  @Property(seed = "1", tries = 2000)
  void agreesWithJacksonOnValuesAndOnBrokenCopies(@ForAll long seed) throws JsonProcessingException {
    Random random = new Random(seed);
    ObjectNode root = object(random, 0);
    String json = root.toString();
    byte[] line = Shards.utf8(json);
    assertThat(accepts(line)).as(json).isTrue();
    assertThat(found(line, tree.slotsOf(0)[0])).isEqualTo(expected(root, "text"));
    assertThat(found(line, tree.slotsOf(1)[0])).isEqualTo(expected(root, "a", "b"));
    assertThat(found(line, tree.slotsOf(2)[0])).isEqualTo(expected(root, "a", "b", "c"));
    String broken = mutated(json, random);
    assertThat(accepts(Shards.utf8(broken))).as(broken).isEqualTo(jacksonAccepts(broken));
  }

  private static boolean jacksonAccepts(String line) {
    try {
      return JACKSON.readTree(line).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String mutated(String json, Random random) {
    int at = random.nextInt(json.length());
    String insert = String.valueOf("{}[]\",:\\0-.eE tfn\n/u".charAt(random.nextInt(20)));
    return json.substring(0, at) + (random.nextBoolean() ? insert : "") + json.substring(at + random.nextInt(2));
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      node.set(List.of("text", "a", "b", "c", "other \"name\"\n").get(random.nextInt(5)), value(random, depth + 1));
    }
    return node;
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 4 ? 5 : 8)) {
      case 0 -> make.nullNode();
      case 1 -> make.booleanNode(random.nextBoolean());
      case 2 -> make.numberNode(random.nextInt());
      case 3 -> make.textNode("caf\u00e9 \"q\" \\ \n \ud83d\ude00 \u0001".repeat(random.nextInt(3)));
      case 4 -> make.textNode("plain".repeat(random.nextInt(5)));
      case 5 -> make.arrayNode().add(value(random, depth + 1)).add(1);
      default -> object(random, depth);
    };
  }
}
