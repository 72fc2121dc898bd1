package org.counterweight.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Makes documents of records as the settings say. */
final class DocumentMapping {
  private final CorpusSettings settings;
  private final FieldIndex index;
  private final String pathSource;

  DocumentMapping(CorpusSettings settings, FieldIndex index, Shard shard) {
    this.settings = settings;
    this.index = index;
    this.pathSource = PathSource.of(settings.sourceFromPath()).map(rule -> rule.of(shard)).orElse("");
  }

  /** Reads everything but the text, which is there already. */
  Entry.Parsed document(long row, String text, Values values) {
    String source = first(Field.SOURCE, values, Value::asText);
    List<Engagement> engagement = new ArrayList<>();
    int unreadable = engagement(values, engagement);
    Document document =
        new Document(
            row,
            id(values),
            source.isEmpty() ? pathSource : source,
            first(Field.URL, values, value -> Hosts.read(value.asText())),
            first(Field.CREATED, values, value -> Months.read(value, settings.createdOrder())),
            text,
            count(Field.TOKENS, values, -1),
            count(Field.COPIES, values, 0),
            first(Field.SYNTHETIC, values, DocumentMapping::marked).equals("true"),
            first(Field.LANGUAGE, values, Value::asText),
            engagement);
    return new Entry.Parsed(document, unreadable);
  }

  /** The record's id as text, empty where it has none. */
  String id(Values values) {
    return first(Field.ID, values, Value::asText);
  }

  /** The first of a field's paths that holds something readable. */
  private String first(Field field, Values values, Function<Value, String> reading) {
    for (int path : index.of(field)) {
      String read = reading.apply(values.at(path));
      if (!read.isBlank()) {
        return read;
      }
    }
    return "";
  }

  private long count(Field field, Values values, long absent) {
    for (int path : index.of(field)) {
      if (EngagementReader.read(values.at(path)) instanceof EngagementReader.Reading.Present present
          && present.value() >= 0
          && present.value() < 0x1p53) {
        return (long) present.value();
      }
    }
    return absent;
  }

  private static String marked(Value value) {
    return switch (value.asText().toLowerCase(Locale.ROOT)) {
      case "true", "1", "1.0", "yes" -> "true";
      case "false", "0", "0.0", "no" -> "false";
      default -> "";
    };
  }

  /** Adds what can be read, and returns how many values could not. */
  private int engagement(Values values, List<Engagement> readable) {
    int unreadable = 0;
    for (int i = 0; i < index.engagement().length; i++) {
      EngagementField field = settings.engagement().get(i);
      EngagementReader.Reading reading = EngagementReader.read(values.at(index.engagement()[i]));
      if (reading instanceof EngagementReader.Reading.Present present) {
        if (present.value() != 0 || !field.zeroIsUnknown()) {
          readable.add(new Engagement(field.path(), present.value()));
        }
      } else if (reading instanceof EngagementReader.Reading.Unreadable) {
        unreadable++;
      }
    }
    return unreadable;
  }
}
