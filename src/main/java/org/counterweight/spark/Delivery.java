package org.counterweight.spark;

import java.io.IOException;
import java.io.Serializable;
import org.counterweight.run.Engine;

/** Hands a group of words to their common destination. */
record Delivery<W, R>(Engine.Exchange<?, ?, W, R> exchange) implements Serializable {

  R call(Iterable<W> words) throws IOException {
    return exchange.deliver(exchange.destination(words.iterator().next()), words);
  }
}
