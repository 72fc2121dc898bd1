package org.counterweight.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  /** Tables of the t distribution. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.7062047364", "2, 4.3026527300", "3, 3.1824463053", "4, 2.7764451052", "10, 2.2281388520", "39, 2.0226909117",
    "100, 1.9839715185", "1000, 1.9623390808", "120, 1.9799304051", "2000000, 1.9599639845"
  })
  void quantilesAreThoseOfTheTables(int freedom, double quantile) {
    assertThat(StudentT.quantile(freedom)).isCloseTo(quantile, within(2e-8));
  }

  @Test
  void tailsFallWithTheNumberAndAreOneAtZero() {
    for (int freedom : new int[] {1, 2, 5, 17, 400}) {
      double before = 1;
      for (double t = 0.25; t < 20; t += 0.25) {
        double tail = StudentT.beyond(t, freedom);
        assertThat(tail).isLessThan(before).isNotNegative();
        before = tail;
      }
      assertThat(StudentT.beyond(1e-12, freedom)).isCloseTo(1, within(1e-9));
    }
    assertThat(StudentT.beyond(1, 1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void noDegreeOfFreedomIsRefused() {
    assertThatThrownBy(() -> StudentT.quantile(0)).hasMessageContaining("below one");
  }
}
