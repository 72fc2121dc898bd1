package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.Test;

/** Publication where no rename is atomic: what a reader finds at every step, and after a writer's death at any. */
class ObjectStoreTest {

  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
  private static final Path DIR = new Path("bucket://b/out");
  private static final Path LOCK = new Path(DIR, ".lock");

  private final Storage storage = Bucket.storage();

  private Path publish(int second) throws IOException {
    return RunSample.publish(storage, DIR, START.plusSeconds(second), 1);
  }

  /** Every run that counts as one is whole, and LATEST names one of them. */
  private Path looked() throws IOException {
    for (var id : Runs.list(storage, DIR)) {
      assertThat(Verifier.verify(storage, new Path(DIR, "runs/" + id)).problems()).isEmpty();
    }
    var latest = Runs.resolve(storage, DIR);
    assertThat(Runs.list(storage, DIR)).contains(latest.getName());
    return latest;
  }

  @Test
  void atEveryStepAReaderFindsAWholeRun() throws IOException {
    var first = publish(0);
    var seen = new ArrayList<Path>();
    var steps = new AtomicInteger();
    Bucket.step = (change, path) -> {
      steps.incrementAndGet();
      seen.add(looked());
    };
    var second = publish(1);
    Bucket.step = (change, path) -> {};
    assertThat(looked()).isEqualTo(second);
    assertThat(steps.get()).isGreaterThan(40);
    assertThat(new HashSet<>(seen)).containsExactlyInAnyOrder(first, second);
    assertThat(seen.lastIndexOf(first)).isLessThan(seen.indexOf(second));
    assertThat(Bucket.OBJECTS.keySet()).noneMatch(key -> key.contains(".next") || key.contains(".staging"));
  }

  @Test
  void successIsTheLastObjectOfARunAndThePointerFollows() throws IOException {
    publish(0);
    var puts = new ArrayList<String>();
    Bucket.step = (change, path) -> {
      if (change.equals("put")) {
        puts.add(path.toUri().getPath());
      }
    };
    var run = publish(1).toUri().getPath();
    var ofRun = puts.stream().filter(path -> path.startsWith(run + "/") || path.equals("/out/LATEST")).toList();
    assertThat(ofRun).hasSizeGreaterThan(8);
    assertThat(ofRun.subList(ofRun.size() - 2, ofRun.size())).containsExactly(run + "/_SUCCESS", "/out/LATEST");
    assertThat(ofRun.indexOf(run + "/_SUCCESS")).isEqualTo(ofRun.size() - 2);
  }

  @Test
  void aWriterThatDiesAtAnyStepLeavesWhatWasThereOrAWholeRun() throws IOException {
    publish(0);
    var before = new TreeMap<>(Bucket.OBJECTS);
    var steps = new AtomicInteger();
    Bucket.step = (change, path) -> steps.incrementAndGet();
    publish(1);
    int all = steps.get();
    for (int last = 0; last < all - 1; last += last < all - 50 ? 7 : 1) {
      Bucket.OBJECTS.clear();
      Bucket.OBJECTS.putAll(before);
      int alive = last;
      steps.set(0);
      Bucket.step = (change, path) -> {
        if (steps.getAndIncrement() >= alive) {
          throw new IOException("the writer is dead");
        }
      };
      assertThatThrownBy(() -> publish(1)).as("after %d of %d", last, all).isInstanceOf(IOException.class);
      Bucket.step = (change, path) -> {};
      looked();
      Bucket.OBJECTS.remove("/out/.lock");
      assertThat(publish(2)).isEqualTo(looked());
    }
  }

  @Test
  void aStoreWithConditionalWritesGivesTheLockToOne() throws IOException {
    Bucket.conditional = true;
    var winner = new AtomicReference<RunLock>();
    atTheCloseOfALock(() -> winner.set(acquire()));
    assertThatThrownBy(this::acquire).isInstanceOf(RunFolderException.class).hasMessageContaining("another run holds");
    winner.get().requireHeld();
    winner.get().close();
    assertThat(Bucket.OBJECTS).doesNotContainKey("/out/.lock");
  }

  @Test
  void withoutThemOneOfTwoIsStoppedBeforeItPublishes() throws IOException {
    var early = new AtomicReference<RunLock>();
    atTheCloseOfALock(() -> early.set(acquire()));
    var late = acquire();
    late.requireHeld();
    assertThatThrownBy(early.get()::requireHeld)
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith("Cannot publish in " + DIR + ": the folder is no longer held, " + LOCK + " is another");
    early.get().close();
    late.requireHeld();
    late.close();
  }

  @Test
  void whoseLockWasDeletedPublishesNothing() throws IOException {
    var old = publish(0);
    try (var publication = Publication.begin(storage, DIR, START.plusSeconds(1), "0".repeat(64))) {
      var manifest = RunSample.fill(storage, publication.staging(), 1, 20);
      Bucket.OBJECTS.remove("/out/.lock");
      assertThatThrownBy(() -> publication.publish(manifest, true)).hasMessageContaining(".lock is gone");
    }
    assertThat(looked()).isEqualTo(old);
    assertThat(Runs.list(storage, DIR)).containsExactly(old.getName());
    assertThat(Bucket.OBJECTS.keySet()).noneMatch(key -> key.contains(".next") || key.contains(".staging"));
  }

  @Test
  void aLockThatCannotBeWrittenIsNotLeftHalfMade() throws IOException {
    Bucket.step = (change, path) -> {
      if (change.equals("close")) {
        throw new IOException("SlowDown");
      }
    };
    assertThatThrownBy(this::acquire).hasMessage("Cannot write to " + DIR + ": SlowDown");
    Bucket.step = (change, path) -> {};
    acquire().close();
  }

  @Test
  void theLockOfADeadProcessIsReplacedWithoutBeingAbsent() throws IOException {
    var dead = new LockHolder(LockHolder.hostName(), ProcessHandle.current().pid(), 1, START, "dead");
    Bucket.OBJECTS.put("/out/.lock", Text.utf8(dead.json()));
    Bucket.step = (change, path) -> assertThat(Bucket.OBJECTS).containsKey("/out/.lock");
    var lock = acquire();
    Bucket.step = (change, path) -> {};
    lock.requireHeld();
    lock.close();
    assertThat(Bucket.OBJECTS.keySet()).noneMatch(key -> key.contains(".lock"));
  }

  private interface Act {
    void run() throws IOException;
  }

  /** Lets another act in the instant between a writer's look and its write of the lock, once. */
  private static void atTheCloseOfALock(Act act) {
    Bucket.step = (change, path) -> {
      if (change.equals("close") && path.equals(LOCK)) {
        Bucket.step = (otherChange, otherPath) -> {};
        act.run();
      }
    };
  }

  private RunLock acquire() throws IOException {
    return RunLock.acquire(storage, DIR, LockHolder.current(Instant.now()));
  }
}
