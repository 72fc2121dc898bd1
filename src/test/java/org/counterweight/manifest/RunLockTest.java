package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.counterweight.corpus.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"", "/out", "/deeper/out"})
  void aFileWhereAFolderShouldBeIsSaidInWords(String below) throws IOException {
    var file = Files.writeString(folder.resolve("taken"), "");
    var dir = new Path(file.toUri() + below);
    assertThatThrownBy(() -> RunLock.acquire(STORAGE, dir, LockHolder.current(NOW)))
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith("Cannot write to " + dir + ": ")
        .hasMessageEndingWith("is not a folder");
  }

  @Test
  void aFolderThatIsNotMadeIsSaidInWords() {
    var storage = new Storage(
        Map.of("fs.denying.impl", Denying.class.getName(), "fs.denying.impl.disable.cache", "true"));
    var dir = new Path("denying://" + folder.resolve("a/b"));
    assertThatThrownBy(() -> RunLock.acquire(storage, dir, LockHolder.current(NOW)))
        .isInstanceOf(RunFolderException.class)
        .hasMessage("Cannot write to " + dir + ": permission denied to make a folder in denying:" + folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnotherFolderWouldNotHelpAgainstIsNoRunFolderException() {
    assertThat(failure(new IOException("No space left on device"))).isNotInstanceOf(RunFolderException.class)
        .hasMessage("Cannot write to " + dir() + ": No space left on device");
    assertThat(failure(new java.nio.file.AccessDeniedException("/x/.lock"))).isInstanceOf(RunFolderException.class)
        .hasMessage("Cannot write to " + dir() + ": permission denied");
    assertThat(failure(new org.apache.hadoop.security.AccessControlException("user=x")))
        .isInstanceOf(RunFolderException.class).hasMessageEndingWith(": permission denied");
    assertThat(failure(new java.nio.file.NoSuchFileException("/x/.lock"))).isInstanceOf(RunFolderException.class)
        .hasMessageContaining("the folder is not there");
  }

  private ManifestException failure(IOException e) {
    return RunLock.failure(dir(), e);
  }

  /** A local file system in which no folder may be made. */
  public static final class Denying extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("denying:///");
    }

    @Override
    public boolean mkdirs(Path path) {
      return false;
    }
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
