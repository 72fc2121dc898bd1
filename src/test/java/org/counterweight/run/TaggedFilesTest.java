package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.counterweight.corpus.Engagement;
import org.counterweight.corpus.Format;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.RunFolderException;
import org.counterweight.plan.Control;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Counts;
import org.counterweight.work.Sketch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedFilesTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir Path folder;
  private Path local;
  private org.apache.hadoop.fs.Path file;

  @BeforeEach
  void name() {
    local = folder.resolve("x.tagged.zst");
    file = new org.apache.hadoop.fs.Path(local.toUri());
  }

  private static TaggedDocument document(long row, String id) {
    return new TaggedDocument(
        "0/a.jsonl", row, id, "forum", "a.example", "2020-01", 12, -1, 3, true, row % 2 == 0, "ab".repeat(32),
        List.of(new Engagement("score", -4.5), new Engagement("views", 5_546_590)),
        List.of(
            new JudgedPassage(
                0, 40, 12, new Probabilities(100_000, 200_000, 0, 300_000, 400_000), Stance.TRACTABLE, -7)),
        new Sketch(3, new int[] {0, 9, 1 << 28}));
  }

  /** As stages that look for no copies see it. */
  private static TaggedDocument unsketched(TaggedDocument d) {
    return new TaggedDocument(
        d.shard(), d.row(), d.id(), d.source(), d.host(), d.month(), d.words(), d.tokens(), d.copiesDeclared(),
        d.synthetic(), d.overlapsEvaluation(), d.sha256(), d.engagement(), d.passages(), Sketch.EMPTY);
  }

  private Located part(long rowBase) {
    var shard = new Shard(0, "a.jsonl", folder.resolve("a.jsonl").toUri().toString(), Format.JSONL, 10, 0);
    var part =
        new Part(new Split(shard, 0, 0, 10), file.toString(), 9, Counts.NONE, new TreeMap<>(), new TreeMap<>(), "");
    return new Located(0, part, rowBase, "");
  }

  private void writeDocuments(int count) throws IOException {
    try (var writer = new TaggedWriter(STORAGE, file, 0)) {
      for (int row = 0; row < count; row++) {
        writer.write(document(row, "id" + row));
      }
      writer.finish();
    }
  }

  @Test
  void whatIsWrittenComesBackWithRowsOfTheWholeShard() throws IOException {
    var refusal = new Refusal("0/a.jsonl", 4, 99, Refusal.Reason.NOT_JSON, "no object", "\u0000{\uD83D\uDE00");
    var longId = "id \u2028 of \uD83D\uDE00 " + "x".repeat(70_000);
    try (var writer = new TaggedWriter(STORAGE, file, 0)) {
      writer.write(document(0, ""));
      writer.write(refusal);
      writer.write(document(7, longId));
      writer.finish();
    }
    var documents = new ArrayList<TaggedDocument>();
    var refusals = new ArrayList<Refusal>();
    TaggedReader.each(STORAGE, part(1000), documents::add, refusals::add);
    assertThat(documents).containsExactly(unsketched(document(1000, "")), unsketched(document(1007, longId)));
    assertThat(refusals)
        .containsExactly(new Refusal("0/a.jsonl", 1004, 99, refusal.reason(), "no object", refusal.excerpt()));
  }

  @Test
  void sketchesComeBackWhereTheyAreAskedFor() throws IOException {
    writeDocuments(30);
    var sketched = new ArrayList<TaggedDocument>();
    TaggedReader.sketched(STORAGE, part(1000), sketched::add);
    assertThat(sketched).hasSize(30);
    for (int row = 0; row < 30; row++) {
      assertThat(sketched.get(row)).isEqualTo(document(1000 + row, "id" + row));
    }
  }

  @Test
  void aSketchOfImpossibleSizeIsDamageWhetherItIsReadOrPassedOver() throws IOException {
    writeDocuments(1);
    byte[] plain;
    try (var in = new ZstdInputStreamNoFinalizer(Files.newInputStream(local))) {
      plain = in.readAllBytes();
    }
    int size = plain.length - 1 - 3 * Integer.BYTES - Integer.BYTES;
    for (int wrong : new int[] {513, -1, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(plain).putInt(size, wrong);
      try (var out = new ZstdOutputStreamNoFinalizer(Files.newOutputStream(local))) {
        out.write(plain);
      }
      assertThatThrownBy(() -> TaggedReader.documents(STORAGE, part(0), document -> {}))
          .hasMessageContaining("damaged");
      assertThatThrownBy(() -> TaggedReader.sketched(STORAGE, part(0), document -> {}))
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aFileThatBreaksOffAnywhereIsNeverTakenForWhole() throws IOException {
    writeDocuments(20);
    byte[] whole = Files.readAllBytes(local);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(local, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TaggedReader.documents(STORAGE, part(0), document -> {}))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> TaggedReader.sketched(STORAGE, part(0), document -> {}))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFlippedByteIsNoticed() throws IOException {
    writeDocuments(1);
    byte[] bytes = Files.readAllBytes(local);
    bytes[bytes.length / 2] ^= 1;
    Files.write(local, bytes);
    assertThatThrownBy(() -> TaggedReader.documents(STORAGE, part(0), document -> {}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileOfAnotherKindIsNamedWithWhatToDo() throws IOException {
    try (var out = new ZstdOutputStreamNoFinalizer(STORAGE.create(file))) {
      out.write("something else".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> TaggedReader.documents(STORAGE, part(0), document -> {}))
        .hasMessageContaining("another format; delete the cache folder");
  }

  @Test
  void controlsComeBackByTheirShareAndNeverAsDocuments() throws IOException {
    var texts = new ArrayList<String>();
    try (var writer = new TaggedWriter(STORAGE, file, 0.5)) {
      for (int row = 0; row < 60; row++) {
        writer.write(document(row, "about"));
        texts.add(String.format("%064x", row * 7919));
        writer.control(row, "id \u2028" + row, "web", texts.get(row), 5 + row);
      }
      writer.finish();
    }
    var documents = new ArrayList<TaggedDocument>();
    TaggedReader.documents(STORAGE, part(1000), documents::add);
    assertThat(documents).hasSize(60);
    for (double share : new double[] {0.1, 0.5}) {
      var controls = new ArrayList<Control>();
      TaggedReader.controls(STORAGE, part(1000), share, controls::add);
      assertThat(controls.stream().map(Control::text))
          .containsExactlyElementsOf(texts.stream().filter(text -> Control.kept(text, share)).toList());
      assertThat(controls)
          .allSatisfy(
              control -> {
                int row = texts.indexOf(control.text());
                assertThat(control)
                    .isEqualTo(new Control(0, 1000 + row, "id \u2028" + row, "web", control.text(), 5 + row));
              });
    }
    assertThatThrownBy(() -> TaggedReader.controls(STORAGE, part(0), 0.6, control -> {}))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("kept a share of 0.5; run again");
  }
}
