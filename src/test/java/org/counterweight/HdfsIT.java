package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.hadoop.security.UserGroupInformation;
import org.counterweight.cli.Answer;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.Publication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input and output on a real HDFS: a name node and a data node in this process. */
class HdfsIT {

  private static final File SAMPLES = new File("data-samples/corpus");
  private static final long UNLIMITED = HdfsConstants.QUOTA_RESET;

  @TempDir static java.nio.file.Path folder;
  private static MiniDFSCluster cluster;
  private static DistributedFileSystem hdfs;

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("spark.hadoop.dfs.replication", "1");
    System.setProperty("spark.hadoop.dfs.blocksize", "1m");
    var conf = new Configuration();
    conf.set("dfs.replication", "1");
    conf.set("dfs.blocksize", "1m");
    conf.set("dfs.namenode.fs-limits.min-block-size", "1m");
    cluster = new MiniDFSCluster.Builder(conf, folder.resolve("hdfs").toFile()).numDataNodes(1).build();
    cluster.waitActive();
    hdfs = cluster.getFileSystem();
    hdfs.copyFromLocalFile(new Path(SAMPLES.toURI()), new Path("/corpus"));
  }

  @AfterAll
  static void stop() {
    System.clearProperty("spark.hadoop.dfs.replication");
    System.clearProperty("spark.hadoop.dfs.blocksize");
    cluster.shutdown();
  }

  private static String uri(String path) {
    return cluster.getURI() + path;
  }

  private static List<String> line(String input, String output, String... more) {
    var line = new ArrayList<>(List.of("run", "--input", input, "--output", output));
    line.addAll(List.of("--set", "stance.classifier=fast", "--set", "virality.replicates=100"));
    line.addAll(Arrays.asList(more));
    return line;
  }

  /** A run by Java streams in this process; 4 says that the target is out of reach, and the best plan published. */
  private static Answer run(String input, String output, String... more) {
    var line = line(input, output, more);
    line.addAll(List.of("--set", "run.engine=stream"));
    return Answer.to(line.toArray(String[]::new));
  }

  private static void published(Answer answer) {
    assertThat(answer.code()).as(answer.err()).isIn(0, 4);
  }

  private static String digest(String output) {
    var verified = Answer.to("verify", "--run", output);
    assertThat(verified.code()).as(verified.err()).isZero();
    return verified.out().replaceAll("(?s).*logical digest ([0-9a-f]{64}).*", "$1");
  }

  private static String latest(Path output) throws IOException {
    try (var in = hdfs.open(new Path(output, "LATEST"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** The names below runs/: whole runs alone, and no staging folder. */
  private static List<String> runs(Path output) throws IOException {
    var names = new ArrayList<String>();
    for (var run : hdfs.listStatus(new Path(output, "runs"))) {
      assertThat(hdfs.exists(new Path(run.getPath(), "_SUCCESS"))).as(run.toString()).isTrue();
      names.add(run.getPath().getName());
    }
    return names;
  }

  @Test
  void aFolderAndAPatternOnHdfsGiveTheDigestsOfTheDisk() throws IOException, InterruptedException {
    var disk = folder.resolve("disk").toString();
    published(run(SAMPLES.getPath(), disk));
    published(run(uri("/corpus"), uri("/out")));
    assertThat(digest(uri("/out"))).isEqualTo(digest(disk));
    assertThat(runs(new Path("/out"))).containsExactly(latest(new Path("/out")));

    published(run(SAMPLES.getPath() + "/*/*.jsonl*", disk));
    var spark = line(uri("/corpus/*/*.jsonl*"), uri("/spark"), "--set", "run.master=local[2]");
    var newest = Launcher.run(spark.toArray(String[]::new));
    assertThat(newest.code()).as(newest.err()).isIn(0, 4);
    assertThat(digest(uri("/spark"))).isEqualTo(digest(disk));
  }

  @Test
  void thePointerIsThereAtEveryMomentAndLeadsToAWholeRun() throws Exception {
    var output = new Path("/often");
    published(run(uri("/corpus/essays"), uri("/often")));
    var stop = new AtomicBoolean();
    var threads = Executors.newSingleThreadExecutor();
    var watched = threads.submit(() -> {
      var seen = new ArrayList<String>();
      while (!stop.get()) {
        seen.add(latest(output));
        assertThat(hdfs.exists(new Path(output, "runs/" + seen.get(seen.size() - 1) + "/_SUCCESS"))).isTrue();
      }
      return seen;
    });
    for (int i = 0; i < 3; i++) {
      published(run(uri("/corpus/essays"), uri("/often")));
    }
    stop.set(true);
    threads.shutdown();
    var seen = watched.get();
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(new HashSet<>(seen)).hasSizeBetween(2, 4).isSubsetOf(runs(output));
    assertThat(seen).isSorted();
  }

  @Test
  void aFolderThatAnotherHoldsIsLeftAlone() throws IOException {
    var output = new Path(uri("/held"));
    try (var other = Publication.begin(Storage.local(), output, Instant.now(), "0".repeat(64))) {
      var refused = run(uri("/corpus/essays"), uri("/held"));
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).startsWith("Cannot write to " + output + ": another run holds it (");
      assertThat(hdfs.exists(other.staging())).isTrue();
    }
    published(run(uri("/corpus/essays"), uri("/held")));
  }

  @Test
  void aFullFolderPublishesNothingAndMovesNoPointer() throws IOException {
    var output = new Path("/full");
    published(run(uri("/corpus/essays"), uri("/full")));
    var first = latest(output);
    var used = hdfs.getContentSummary(output);
    long names = used.getFileCount() + used.getDirectoryCount();
    published(run(uri("/corpus/essays"), uri("/full"), "--set", "run.cache=false", "--set", "seed=1"));
    var second = latest(output);
    var more = hdfs.getContentSummary(output);
    long needed = more.getFileCount() + more.getDirectoryCount() - names;
    names += needed;
    for (long room : new long[] {0, needed / 2, needed - 1}) {
      refused(output, names + room, UNLIMITED, second);
    }
    long block = 1 << 20;
    long written = more.getSpaceConsumed() - used.getSpaceConsumed();
    for (long room : new long[] {0, block + written / 2}) {
      refused(output, UNLIMITED, more.getSpaceConsumed() + room, second);
    }
    assertThat(runs(output)).containsExactly(first, second);
    published(run(uri("/corpus/essays"), uri("/full")));
  }

  private static void refused(Path output, long names, long space, String latest) throws IOException {
    hdfs.setQuota(output, names, space);
    var full = run(uri("/corpus/essays"), uri(output.toString()), "--set", "run.cache=false", "--set", "seed=2");
    hdfs.setQuota(output, UNLIMITED, UNLIMITED);
    var where = "names %d, space %d: %s".formatted(names, space, full.err());
    assertThat(full.code()).as(where).isEqualTo(5);
    assertThat(full.err()).as(where).startsWith("Cannot ").contains("quota").hasLineCount(1)
        .doesNotContain("DirectoryWithQuotaFeature");
    assertThat(latest(output)).as(where).isEqualTo(latest);
    assertThat(hdfs.exists(new Path(output, ".lock"))).as(where).isFalse();
    runs(output);
  }

  @Test
  void aFolderOfAnotherUserIsRefusedInWords() throws Exception {
    hdfs.mkdirs(new Path("/theirs"));
    var guest = UserGroupInformation.createRemoteUser("guest");
    var refused = guest.doAs((PrivilegedExceptionAction<Answer>) () -> run(uri("/corpus/essays"), uri("/theirs/out")));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).isEqualTo("Cannot write to " + uri("/theirs/out") + ": permission denied\n");
    assertThat(hdfs.listStatus(new Path("/theirs"))).isEmpty();
  }
}
