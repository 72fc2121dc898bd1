package org.counterweight.config;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The part of YAML that configurations may use. What can blow up in memory, nest without end or name a class is refused
 * while it is still a stream of events, before anything is built from it.
 */
final class PlainYaml {

  private static final int MAX_DEPTH = 16;

  /** A construct that is YAML, but not plain. */
  static final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Mark mark;

    NotPlainException(Event event, String why) {
      super(why);
      this.mark = event.getStartMark().orElseThrow();
    }

    Mark mark() {
      return mark;
    }
  }

  private int depth;
  private int documents;

  private PlainYaml() {}

  /** Passes text that holds one document of mappings, lists and scalars. */
  static void check(String text, LoadSettings settings) throws NotPlainException {
    var state = new PlainYaml();
    for (var event : new Parse(settings).parseString(text)) {
      state.accept(event);
    }
  }

  private void accept(Event event) throws NotPlainException {
    if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      throw new NotPlainException(event, "anchors (&) and aliases (*) are not supported; write the value out");
    }
    if (isTagged(event)) {
      throw new NotPlainException(event, "tags (!) are not supported; remove it, and quote a text that starts with !");
    }
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw new NotPlainException(event, "a second document starts here (---); keep one");
    }
    if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
      throw new NotPlainException(event, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
  }

  private static boolean isTagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent collection && collection.getTag().isPresent());
  }
}
