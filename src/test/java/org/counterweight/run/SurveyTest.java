package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {

  private static final int SHARDS = 40;

  @TempDir Path folder;

  @BeforeEach
  void shards() throws IOException {
    for (int i = 0; i < SHARDS; i++) {
      Files.writeString(folder.resolve("shard-" + i + ".jsonl"), "{\"text\":\"x\"}\n");
    }
  }

  private Survey of(double sample, long seed) throws IOException {
    return Survey.of(Storage.local(), List.of(folder.toString()), InputSettings.defaults(), sample, seed);
  }

  @Test
  void aSampleHasItsShareOfTheShardsInTheirOrder() throws IOException {
    var all = of(1, 1).chosen();
    assertThat(all).hasSize(SHARDS);
    for (double share : new double[] {0.001, 0.1, 0.5, 0.99}) {
      var chosen = of(share, 1).chosen();
      assertThat(chosen).hasSize((int) Math.max(1, Math.round(share * SHARDS)));
      assertThat(chosen).containsExactlyElementsOf(all.stream().filter(chosen::contains).toList());
    }
  }

  @Test
  void aLargerSampleHoldsTheSmallerAndTheSeedDecides() throws IOException {
    assertThat(of(0.5, 1).chosen()).containsAll(of(0.2, 1).chosen()).isEqualTo(of(0.5, 1).chosen());
    assertThat(of(0.5, 2).chosen()).isNotEqualTo(of(0.5, 1).chosen());
  }
}
