package org.counterweight.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;

/** Reads back what the census refused. */
final class Refusals {

  private Refusals() {}

  /** The first refusals, a message each; the files of parts without any are not opened. */
  static List<String> first(Storage storage, Findings findings, int most) throws IOException {
    var messages = new ArrayList<String>();
    for (var located : findings.parts()) {
      if (messages.size() >= most) {
        break;
      }
      if (located.part().counts().refused() > 0) {
        TaggedReader.each(
            storage,
            located,
            document -> {},
            refusal -> {
              if (messages.size() < most) {
                messages.add(message(refusal));
              }
            });
      }
    }
    return messages;
  }

  /** How many records were refused for each reason. */
  static SortedMap<String, Long> reasons(Storage storage, Findings findings) throws IOException {
    var reasons = new TreeMap<String, Long>();
    for (var located : findings.parts()) {
      if (located.part().counts().refused() > 0) {
        TaggedReader.each(
            storage, located, document -> {}, refusal -> reasons.merge(label(refusal.reason()), 1L, Long::sum));
      }
    }
    return reasons;
  }

  /** A reason as files name it, such as {@code not-json}. */
  static String label(Refusal.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String message(Refusal refusal) {
    return "Cannot read " + refusal.shard() + " row " + refusal.row()
        + (refusal.position() < 0 ? "" : " at byte " + refusal.position()) + ": " + refusal.detail();
  }
}
