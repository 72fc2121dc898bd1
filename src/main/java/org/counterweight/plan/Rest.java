package org.counterweight.plan;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents that the plan does not list.
 *
 * @param wordsBySource their words, by source, so that base epochs apply
 */
public record Rest(Map<String, Long> wordsBySource) {

  public Rest {
    wordsBySource.forEach(
        (source, words) -> {
          if (words < 0) {
            throw new IllegalArgumentException("Cannot plan beside " + words + " words of source " + source);
          }
        });
    wordsBySource = Collections.unmodifiableMap(new TreeMap<>(wordsBySource));
  }

  /** Documents of one source, or of sources that all have base 1. */
  public static Rest of(long words) {
    return new Rest(Map.of("", words));
  }

  /** Words met at base epochs. */
  double baseWords(PlanSettings settings) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<String, Long> part : wordsBySource.entrySet()) {
      BigInteger epochs = BigInteger.valueOf(settings.baseMicro(part.getKey()));
      sum = sum.add(BigInteger.valueOf(part.getValue()).multiply(epochs));
    }
    return sum.doubleValue() / 1e6;
  }
}
