package org.counterweight.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Consumer;

/** Writes JSON whose bytes depend on the values alone: no locale, no line ending, no Java version. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** An object over several lines, with a line feed at its end. */
  static String indented(Consumer<Json> fields) {
    var indent = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withArrayIndenter(indent).withObjectIndenter(indent);
    return object(fields, printer);
  }

  /** An object on one line, with a line feed at its end. */
  static String line(Consumer<Json> fields) {
    return object(fields, null);
  }

  private static String object(Consumer<Json> fields, DefaultPrettyPrinter printer) {
    var text = new StringWriter();
    try (var out = FACTORY.createGenerator(text)) {
      if (printer != null) {
        out.setPrettyPrinter(printer);
      }
      new Json(out).body(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  Json text(String key, String value) {
    return put(key, () -> out.writeString(Text.wellFormed(value)));
  }

  Json whole(String key, long value) {
    return put(key, () -> out.writeNumber(value));
  }

  Json flag(String key, boolean value) {
    return put(key, () -> out.writeBoolean(value));
  }

  /** A number; null where it is not finite. */
  Json number(String key, double value) {
    return put(key, () -> {
      if (Double.isFinite(value)) {
        out.writeNumber(shortest(value));
      } else {
        out.writeNull();
      }
    });
  }

  /** Millionths as the decimal fraction they are. */
  Json millionths(String key, long value) {
    return put(key, () -> out.writeNumber(fraction(BigDecimal.valueOf(value, 6))));
  }

  Json object(String key, Consumer<Json> fields) {
    return put(key, () -> body(fields));
  }

  Json texts(String key, Iterable<String> values) {
    return put(key, () -> {
      out.writeStartArray();
      for (String value : values) {
        out.writeString(Text.wellFormed(value));
      }
      out.writeEndArray();
    });
  }

  <T> Json objects(String key, Iterable<T> values, java.util.function.BiConsumer<T, Json> fields) {
    return put(key, () -> {
      out.writeStartArray();
      for (T value : values) {
        body(json -> fields.accept(value, json));
      }
      out.writeEndArray();
    });
  }

  private void body(Consumer<Json> fields) throws IOException {
    out.writeStartObject();
    fields.accept(this);
    out.writeEndObject();
  }

  private Json put(String key, Value value) {
    try {
      out.writeFieldName(key);
      value.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The shortest decimal that reads back as the same number. {@code Double.toString} differs between Java versions. */
  static String shortest(double value) {
    var exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return fraction(rounded);
      }
    }
    return fraction(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }

  private static String fraction(BigDecimal value) {
    var stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (Math.abs((long) stripped.precision() - stripped.scale()) > 20) {
      return stripped.toString();
    }
    String plain = stripped.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private interface Value {
    void write() throws IOException;
  }
}
