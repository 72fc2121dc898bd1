package org.counterweight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.counterweight.run.Engine;
import org.counterweight.run.MadeParts;
import org.counterweight.run.Progress;
import org.counterweight.run.StreamEngine;
import org.counterweight.stance.ModelException;
import org.counterweight.work.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever carries the work, the results are the same. */
class EnginesAgreeTest {

  private static final Watcher WATCHER = new Watcher();
  private static Engine spark;
  private static final Engine STREAM = new StreamEngine(Progress.SILENT);

  @BeforeAll
  static void start() throws IOException {
    spark = SparkEngine.start("local[2]", WATCHER);
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void worksAreTheSame(@TempDir Path folder) throws IOException {
    var documents = new ArrayList<MadeParts.Made>();
    for (int i = 0; i < 400; i++) {
      var text = Texts.words(i / 4, 60 + i / 4 * 11);
      documents.add(new MadeParts.Made("d" + i, (i % 4 < 2 ? text : text + "number " + i) + quote(i)));
    }
    var parts = MadeParts.dealt(folder, documents, 9);
    var works = parts.works(STREAM, 0.8);
    assertThat(works.values().stream().filter(work -> work.endsWith(" x 4")).count()).isGreaterThan(380);
    assertThat(parts.works(spark, 0.8)).isEqualTo(works);
    assertThat(parts.quotes(spark)).isEqualTo(parts.quotes(STREAM));
  }

  private static String quote(int i) {
    return i % 8 < 4 ? "\n\n" + Texts.words(-i / 80, 25) : "";
  }

  @Test
  void resultsComeInTheOrderOfTheItems() throws IOException {
    var items = IntStream.range(0, 50).boxed().toList();
    for (var engine : List.of(spark, STREAM)) {
      assertThat(engine.map("square", items, item -> item * item))
          .isEqualTo(items.stream().map(item -> item * item).toList());
    }
  }

  @Test
  void manyItemsShareTasksAndKeepTheirOrder() throws IOException {
    var items = IntStream.range(0, 1_013).boxed().toList();
    assertThat(spark.map("many", items, item -> item)).isEqualTo(items);
  }

  @Test
  void aMasterThatIsNoneIsSaidInOneLine() {
    assertThatThrownBy(() -> SparkEngine.start("nonsense", Progress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot start Spark with master ");
  }

  @Test
  void noItemsGiveNoResults() throws IOException {
    for (var engine : List.of(spark, STREAM)) {
      assertThat(engine.map("nothing", List.<Integer>of(), item -> item)).isEmpty();
      assertThat(engine.exchange("nothing", List.<String>of(), new Letters())).isEmpty();
    }
  }

  @Test
  void aReductionFoldsEveryResultOnce() throws IOException {
    var items = IntStream.rangeClosed(1, 100).boxed().toList();
    for (var engine : List.of(spark, STREAM)) {
      assertThat(engine.reduce("sum", items, item -> (long) item, Long::sum)).isEqualTo(5050L);
    }
  }

  @Test
  void valuesMeetByKeyAndWordsReachTheirDestination() throws IOException {
    var items = List.of("0abba", "1banana", "2xyz", "3axe", "4");
    for (var engine : List.of(spark, STREAM)) {
      var answers = engine.exchange("letters", items, new Letters());
      assertThat(answers).containsExactlyInAnyOrder("0:a6,b3", "1:a6,b3,n2", "2:x2", "3:a6,x2");
    }
  }

  @Test
  void aFailingTaskFailsTheStageWithItsOwnMessage() {
    for (var engine : List.of(spark, STREAM)) {
      assertThatThrownBy(() -> engine.map("fail", List.of(1, 2, 3), EnginesAgreeTest::refuseTwo))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Cannot read item 2");
    }
  }

  @Test
  void aWorkerThatCannotJudgeSaysWhyInItsOwnWords() {
    assertThatThrownBy(() -> spark.map("judge", List.of(1, 2), EnginesAgreeTest::lackTheEncoder))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot load the encoder: made to fail");
  }

  private static int lackTheEncoder(int item) {
    throw new ModelException("Cannot load the encoder: made to fail");
  }

  private static int refuseTwo(int item) throws IOException {
    if (item == 2) {
      throw new IOException("Cannot read item 2: made to fail");
    }
    return item;
  }

  @Test
  void progressHearsOfEveryTask() throws IOException {
    WATCHER.tasks.set(0);
    spark.map("watched", IntStream.range(0, 20).boxed().toList(), item -> item);
    assertThat(WATCHER.tasks).hasValue(20);
  }

  private static final class Watcher implements Progress {
    final AtomicLong tasks = new AtomicLong();

    @Override
    public void begin(String stage, int count) {}

    @Override
    public void done(Done done) {
      tasks.addAndGet(done.tasks());
    }

    @Override
    public void end() {}
  }

  /** Tells each item, which starts with its number, how often its letters occur anywhere, if more than once. */
  private record Letters() implements Engine.Exchange<String, String, String, String> {

    @Override
    public Iterator<String> emit(String item) {
      return item.substring(1).chars().mapToObj(c -> "" + (char) c + item.charAt(0)).iterator();
    }

    @Override
    public String key(String value) {
      return value.substring(0, 1);
    }

    @Override
    public Iterator<String> meet(Iterable<String> values) {
      var all = StreamSupport.stream(values.spliterator(), false).toList();
      return all.stream().distinct().filter(value -> all.size() > 1).map(value -> value + all.size()).iterator();
    }

    @Override
    public int destination(String word) {
      return word.charAt(1) - '0';
    }

    @Override
    public String deliver(int destination, Iterable<String> words) {
      var sorted =
          StreamSupport.stream(words.spliterator(), false)
              .map(word -> word.charAt(0) + word.substring(2))
              .sorted(Comparator.naturalOrder())
              .toList();
      return destination + ":" + String.join(",", sorted);
    }
  }
}
