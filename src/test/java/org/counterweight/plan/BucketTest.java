package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BucketTest {
  @Test
  void bandsHaveStableNames() {
    assertThat(Bucket.of(0).name()).isEqualTo("w0.00");
    assertThat(Bucket.of(1).name()).isEqualTo("w0.00-0.25");
    assertThat(Bucket.of(999_999).name()).isEqualTo("w0.75-1.00");
    assertThat(Bucket.of(1_000_000).name()).isEqualTo("w1.00");
    assertThat(Bucket.of(1_000_001).name()).isEqualTo("w1.00-1.25");
    assertThat(Bucket.of(4_000_000).name()).isEqualTo("w3.75-4.00");
    assertThat(Bucket.of(4_000_001).name()).isEqualTo("w4.00-5.00");
    assertThat(Bucket.of(16_000_000).name()).isEqualTo("w15.00-16.00");
    assertThat(Bucket.of(16_000_001).name()).isEqualTo("w16.00-32.00");
    assertThat(Bucket.of(33_000_000).name()).isEqualTo("w32.00-64.00");
    assertThatThrownBy(() -> Bucket.of(-1)).hasMessageContaining("below 0");
  }

  @Property(seed = "1")
  void everyWeightLiesInItsBand(@ForAll @LongRange(min = 0, max = 2_000_000_000) long weight) {
    Bucket bucket = Bucket.of(weight);
    assertThat(bucket.name()).matches("[A-Za-z0-9._-]+");
    assertThat(weight).isLessThanOrEqualTo(bucket.high());
    assertThat(bucket.low() < weight || bucket.low() == bucket.high()).isTrue();
    assertThat(bucket.high() == 1_000_000 || Bucket.of(bucket.high()).equals(bucket)).isTrue();
  }

  @Test
  void repeatedWordsAreWorthLessThanNewOnes() {
    assertThat(DataValue.of(100, 1)).isEqualTo(100);
    assertThat(DataValue.of(100, 0.5)).isEqualTo(50);
    assertThat(DataValue.of(100, 4)).isBetween(360.0, 400.0);
    assertThat(DataValue.of(100, 1e9)).isCloseTo(100 * 16.39, within(1e-6));
  }
}
