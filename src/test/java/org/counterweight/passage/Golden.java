package org.counterweight.passage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The expected values that were computed by another program, of which each is a file of lines. */
final class Golden {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  static List<String> lines(String name) {
    try (var in = Golden.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text written as code points in hexadecimal. */
  static String points(String hexadecimal) {
    var text = new StringBuilder();
    for (var point : hexadecimal.split(" ")) {
      if (!point.isEmpty()) {
        text.appendCodePoint(Integer.parseInt(point, 16));
      }
    }
    return text.toString();
  }
}
