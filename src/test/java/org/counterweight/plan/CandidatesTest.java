package org.counterweight.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  @Property(seed = "1", tries = 30)
  void canonicalOrderIsTheSameForEveryArrival(@ForAll long shuffle) {
    List<Candidate> documents = new ArrayList<>(Corpora.many(300, 1));
    documents.addAll(documents.subList(0, 40));
    Candidates one = Candidates.of(documents);
    List<Candidate> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(shuffle));
    Candidates other = Candidates.of(shuffled);
    assertThat(other.columns().key).isEqualTo(one.columns().key);
    assertThat(other.columns().words).isEqualTo(one.columns().words);
    assertThat(other.columns().source).isEqualTo(one.columns().source);
    assertThat(other.sources()).isEqualTo(one.sources()).isSorted();
    for (int i = 0; i < shuffled.size(); i++) {
      assertThat(other.columns().words[other.canonical(i)]).isEqualTo(shuffled.get(i).words());
      assertThat(other.columns().key[other.canonical(i)]).isEqualTo(Draw.hash(shuffled.get(i).key()));
    }
  }

  @Test
  void copiesOfAWorkAreNeighbours() {
    List<Candidate> documents = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      documents.add(MadePlan.candidate("s\n" + number + "\nsha" + number % 20, 9, 0, 0, 3, true, "s", ""));
    }
    long[] works = Candidates.of(documents).columns().work;
    int runs = 1;
    for (int at = 1; at < works.length; at++) {
      runs += works[at] == works[at - 1] ? 0 : 1;
    }
    assertThat(runs).isEqualTo(20);
  }

  @Test
  void theWorkIsTheTextUnlessNamed() {
    assertThat(MadePlan.candidate("s\nid\nsha", 9, 0, 0, 1, true, "s", "").work()).isEqualTo("sha");
    assertThat(MadePlan.candidate("s\nid\nsha", "cluster 7", 9, 0, 0, 1, true, "s", "").work()).isEqualTo("cluster 7");
  }

  @Test
  void sizesBelowZeroAreRefused() {
    assertThatThrownBy(() -> MadePlan.candidate("k", -1, 0, 0, 1, true, "s", "")).hasMessageContaining("-1 words");
    assertThatThrownBy(() -> MadePlan.candidate("k", 1, -1, 0, 1, true, "s", "")).hasMessageContaining("Cannot plan");
    assertThatThrownBy(() -> MadePlan.candidate("k", 1, 0, 0, 0, true, "s", "")).hasMessageContaining("0 copies");
    assertThatThrownBy(() -> MadePlan.candidate("k", 0, 1, 0, 1, true, "s", "")).hasMessageContaining("no true words");
    assertThatThrownBy(() -> Rest.of(-5)).hasMessageContaining("-5 words");
  }
}
