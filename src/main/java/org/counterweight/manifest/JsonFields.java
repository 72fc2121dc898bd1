package org.counterweight.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.counterweight.corpus.Reason;

/**
 * The fields of a JSON object, each to be read once: one that is missing, null, of another type or not expected is an
 * error that names where it stands.
 */
final class JsonFields {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final String path;
  private final JsonNode node;
  private final TreeSet<String> unread = new TreeSet<>();

  private JsonFields(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
    node.fieldNames().forEachRemaining(unread::add);
  }

  /** Reads an object that is all of a file, which is named in errors. */
  static JsonFields parse(String text, String file) throws ManifestException {
    return parse(text, file, Reason::inText);
  }

  /** Reads an object that is a line of a file, of this number from 1. */
  static JsonFields parseLine(String text, Object file, long number) throws ManifestException {
    return parse(text, file + " line " + number, Reason::inLine);
  }

  private static JsonFields parse(String text, String file, Function<JsonProcessingException, String> why)
      throws ManifestException {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BrokenRunException(file, Text.line(why.apply(e)), e);
    }
    if (!node.isObject()) {
      throw new BrokenRunException(file, text.isBlank() ? "it is empty" : "not a JSON object");
    }
    return new JsonFields(file, "", node);
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) throws ManifestException {
    return take(key, JsonNode::isTextual, "a text").textValue();
  }

  boolean flag(String key) throws ManifestException {
    return take(key, JsonNode::isBoolean, "true or false").booleanValue();
  }

  long whole(String key) throws ManifestException {
    return take(key, value -> value.isIntegralNumber() && value.canConvertToLong(), "an integer").longValue();
  }

  /** A number, or NaN for null. */
  double number(String key) throws ManifestException {
    var value = take(key, found -> found.isNumber() || found.isNull(), "a number or null");
    return value.isNull() ? Double.NaN : value.doubleValue();
  }

  long millionths(String key) throws ManifestException {
    var value = take(key, JsonNode::isNumber, "a number");
    try {
      return value.decimalValue().movePointRight(6).longValueExact();
    } catch (ArithmeticException e) {
      throw error(key, "not a whole number of millionths");
    }
  }

  List<String> texts(String key) throws ManifestException {
    var texts = new ArrayList<String>();
    for (var value : take(key, JsonNode::isArray, "a list")) {
      if (!value.isTextual()) {
        throw error(key + "[" + texts.size() + "]", "not a text");
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  JsonFields object(String key) throws ManifestException {
    return new JsonFields(file, path + key + ".", take(key, JsonNode::isObject, "an object"));
  }

  List<JsonFields> objects(String key) throws ManifestException {
    var objects = new ArrayList<JsonFields>();
    for (var value : take(key, JsonNode::isArray, "a list")) {
      String place = key + "[" + objects.size() + "]";
      if (!value.isObject()) {
        throw error(place, "not an object");
      }
      objects.add(new JsonFields(file, path + place + ".", value));
    }
    return objects;
  }

  /** Makes a value of what was read, after which no field may be left; a refusal of the value is named too. */
  <T> T end(Maker<T> maker) throws ManifestException {
    try {
      T made = maker.make();
      if (!unread.isEmpty()) {
        throw error(unread.first(), "not expected");
      }
      return made;
    } catch (IllegalArgumentException | ArithmeticException e) {
      String where = path.isEmpty() ? "" : " at " + path.substring(0, path.length() - 1);
      throw new BrokenRunException(file + where, ManifestException.reason(e), e);
    }
  }

  private JsonNode take(String key, Predicate<JsonNode> accepts, String expected) throws ManifestException {
    var value = node.get(key);
    if (value == null) {
      throw error(key, "missing");
    }
    unread.remove(key);
    if (!accepts.test(value)) {
      throw error(key, "not " + expected);
    }
    return value;
  }

  ManifestException error(String key, String why) {
    return new BrokenRunException(file, path + Text.line(key) + " is " + why);
  }

  /** Makes a value of fields. */
  interface Maker<T> {
    T make() throws ManifestException;
  }
}
