package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  private static final Storage STORAGE = Storage.local();
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir java.nio.file.Path folder;

  @Test
  void aHeldLockIsRefusedAndAReleasedOneIsFree() throws IOException {
    try (var lock = acquire()) {
      assertThatThrownBy(this::acquire).isInstanceOf(ManifestException.class).hasMessageContaining("another run");
    }
    acquire().close();
    assertThat(folder.resolve(".lock")).doesNotExist();
  }

  @Test
  void theLockOfADeadProcessHereIsTakenOver() throws Exception {
    var process = new ProcessBuilder("true").start();
    long pid = process.pid();
    process.waitFor();
    leave(new LockHolder(LockHolder.hostName(), pid, 1, NOW, "dead"));
    acquire().close();
    assertThat(Files.list(folder)).isEmpty();
  }

  @Test
  void theLockOfAnEarlierProcessWithTheSameIdIsTakenOver() throws IOException {
    leave(new LockHolder(LockHolder.hostName(), ProcessHandle.current().pid(), 1, NOW, "reused"));
    acquire().close();
  }

  @Test
  void theLockOfAnotherMachineIsRefusedWithWhatToDo() throws IOException {
    leave(new LockHolder("elsewhere\u202e", 1, 1, NOW, "t"));
    assertThatThrownBy(this::acquire)
        .hasMessageContaining("another run holds it (elsewhere\\u202e, pid 1, since 2026-03-04T05:06:07Z)")
        .hasMessageContaining("delete " + new Path(dir(), ".lock"));
  }

  @Test
  void aLockThatCannotBeReadIsRefusedWithWhatToDo() throws IOException {
    Files.writeString(folder.resolve(".lock"), "");
    assertThatThrownBy(this::acquire).hasMessageContaining("just taking or leaving it").hasMessageContaining("delete ");
  }

  @Test
  void ofManyThatTakeOverAtOnceOneSucceeds() throws Exception {
    for (int round = 0; round < 6; round++) {
      leave(new LockHolder(LockHolder.hostName(), ProcessHandle.current().pid(), 1, NOW, "stale" + round));
      var threads = Executors.newFixedThreadPool(8);
      var attempts = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 8; i++) {
        attempts.add(this::taken);
      }
      int taken = 0;
      for (var result : threads.invokeAll(attempts)) {
        taken += result.get() ? 1 : 0;
      }
      threads.shutdown();
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void releasingLeavesTheLockOfAnother() throws IOException {
    var lock = acquire();
    var other = new LockHolder("elsewhere", 1, 1, NOW, "t");
    leave(other);
    lock.close();
    assertThat(Files.readString(folder.resolve(".lock"))).isEqualTo(other.json());
  }

  private boolean taken() throws IOException {
    try {
      acquire();
      return true;
    } catch (ManifestException e) {
      return false;
    }
  }

  private void leave(LockHolder holder) throws IOException {
    Files.writeString(folder.resolve(".lock"), holder.json());
  }

  private RunLock acquire() throws IOException {
    return RunLock.acquire(STORAGE, dir(), LockHolder.current(NOW));
  }

  private Path dir() {
    return new Path(folder.toUri());
  }
}
