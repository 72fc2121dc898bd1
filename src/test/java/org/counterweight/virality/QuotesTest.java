package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotesTest {

  private static Quotes.Quote quote(int number, int works, int more) {
    return new Quotes.Quote(
        "%016x".formatted(number), works, works + more, 30L * (works + more), 7_000_003L * works, 11L * more,
        new Quotes.Place("0/a", number, 0, 10));
  }

  @Property(seed = "1", tries = 200)
  void anyOrderAndGroupingAddsUpTheSame(@ForAll @IntRange(max = 60) int count, @ForAll Random random) {
    var quotes = new ArrayList<Quotes>();
    for (int i = 0; i < count; i++) {
      quotes.add(Quotes.of(quote(i, 2 + random.nextInt(4), random.nextInt(3))));
    }
    var sum = quotes.stream().reduce(Quotes.NONE, Quotes::plus);
    Collections.shuffle(quotes, random);
    int cut = count == 0 ? 0 : random.nextInt(count);
    var left = quotes.subList(0, cut).stream().reduce(Quotes.NONE, Quotes::plus);
    var right = quotes.subList(cut, count).stream().reduce(Quotes.NONE, Quotes::plus);
    assertThat(left.plus(right)).isEqualTo(sum);
    assertThat(sum.quotes()).isEqualTo(count);
    assertThat(sum.most()).hasSize(Math.min(count, Quotes.MOST));
  }

  @Test
  void theMostQuotedComeFirst() {
    var sum = Quotes.of(quote(1, 2, 0)).plus(Quotes.of(quote(2, 2, 5))).plus(Quotes.of(quote(3, 2, 5)));
    assertThat(sum.most()).extracting(Quotes.Quote::print)
        .containsExactly("0000000000000002", "0000000000000003", "0000000000000001");
    assertThat(sum.doomOnce()).isEqualTo(14_000_006 / 2 + 2 * (14_000_006 / 7));
  }

  @Test
  void whatIsNoQuoteIsRefused() {
    assertThatThrownBy(() -> quote(1, 1, 3)).hasMessageContaining("of 1 works");
    assertThatThrownBy(() -> new Quotes.Quote("zz", 2, 2, 1, 1, 1, new Quotes.Place("", 0, 0, 0)))
        .hasMessageContaining("Cannot name quote zz");
    assertThatThrownBy(() -> new Quotes(2, 3, 0, 0, 0, 0, 0, List.of())).hasMessageContaining("occur 3 times");
    assertThatThrownBy(() -> new Quotes(0, 0, 0, 0, 0, 0, 0, List.of(quote(1, 2, 0)))).hasMessageContaining("0 quotes");
  }
}
