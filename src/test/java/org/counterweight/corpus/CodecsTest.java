package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecsTest {

  @Test
  void everyCompressionThatShardsComeInWorksHere() {
    assertThat(Codecs.check()).hasSize(7).allMatch(line -> line.endsWith("works"));
  }
}
