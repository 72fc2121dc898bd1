package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WindowBudgetTest {
  private static final long BIG = 100L << 20;
  private final WindowBudget budget = new WindowBudget();

  private CompletableFuture<Void> acquiring() {
    return CompletableFuture.runAsync(() -> {
      try {
        budget.acquire(BIG, 2 * BIG);
      } catch (InterruptedIOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void waitsUntilThereIsRoom() throws InterruptedIOException, InterruptedException, ExecutionException,
      TimeoutException {
    budget.acquire(BIG, 2 * BIG);
    budget.acquire(BIG, 2 * BIG);
    CompletableFuture<Void> third = acquiring();
    assertThatThrownBy(() -> third.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    budget.release(BIG);
    third.get(5, TimeUnit.SECONDS);
    assertThat(budget.used()).isEqualTo(2 * BIG);
  }

  @Test
  void windowsThatEveryDecoderTakesAreFree() throws InterruptedIOException {
    budget.acquire(WindowBudget.FREE, 1);
    assertThat(budget.used()).isZero();
    budget.release(WindowBudget.FREE);
    assertThat(budget.used()).isZero();
  }

  @Test
  void whatNeverFitsIsRefusedAtOnce() {
    assertThatThrownBy(() -> budget.acquire(BIG, BIG - 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWaitCanBeInterrupted() throws InterruptedIOException {
    budget.acquire(BIG, BIG);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> budget.acquire(BIG, BIG)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
