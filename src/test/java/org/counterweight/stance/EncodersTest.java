package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodersTest {

  @Test
  void oneDigestHasOneEncoderInThisProcess() {
    assertThat(Encoders.shared(Tiny.SHA256)).isSameAs(Encoders.shared(Tiny.SHA256));
    assertThat(Encoders.sha256(null)).isEqualTo(Tiny.SHA256);
    assertThat(Encoders.sha256(Tiny.file("encoder.onnx"))).isEqualTo(Tiny.SHA256);
  }

  @Test
  void theDigestIsWhatSha256sumPrintsOfItsOutput() throws Exception {
    var lines = new StringBuilder();
    for (String name : new String[] {"encoder.onnx", "tokenizer.json"}) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Tiny.file(name)));
      lines.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes("US-ASCII"));
    assertThat(Tiny.SHA256).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void anotherEncoderThanTheModelsIsRefusedByBothDigests() {
    String wanted = "0".repeat(64);
    assertThatThrownBy(() -> Encoders.shared(wanted))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("its sha256 is " + Tiny.SHA256 + ", the model was trained with " + wanted)
        .hasMessageEndingWith("or use fast");
  }

  @Test
  void anotherTokenizerIsAnotherEncoder() {
    var files = EncoderFiles.onClassPath();
    byte[] other = files.tokenizer().clone();
    other[other.length - 2] = ' ';
    assertThat(new EncoderFiles("x", files.onnx(), other).sha256()).isNotEqualTo(Tiny.SHA256);
  }

  @Test
  void missingFilesAreNamed(@TempDir Path folder) throws IOException {
    var onnx = folder.resolve("encoder.onnx");
    assertThatThrownBy(() -> Encoders.sha256(onnx)).hasMessage("Cannot load the encoder: there is no file " + onnx);
    Files.write(onnx, new byte[1]);
    assertThatThrownBy(() -> Encoders.sha256(onnx))
        .hasMessageContaining("there is no file")
        .hasMessageEndingWith("tokenizer.json");
    assertThatThrownBy(() -> Encoders.sha256(folder)).hasMessageContaining("cannot be read");
  }

  @Test
  void theThreadsClassLoaderIsAskedFirstAndTheDigestDecides(@TempDir Path folder) throws IOException {
    Files.copy(Tiny.file("three-scores.onnx"), folder.resolve("encoder.onnx"));
    Files.copy(Tiny.file("tokenizer.json"), folder.resolve("tokenizer.json"));
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(new Shadowing(before, folder));
      assertThat(EncoderFiles.onClassPath().onnx()).isEqualTo(Files.readAllBytes(Tiny.file("three-scores.onnx")));
      assertThat(EncoderFiles.onClassPath(Tiny.SHA256).sha256()).isEqualTo(Tiny.SHA256);
      assertThatThrownBy(() -> EncoderFiles.onClassPath("0".repeat(64)))
          .hasMessageContaining("the model was trained with 0000");
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertThat(EncoderFiles.onClassPath().sha256()).isEqualTo(Tiny.SHA256);
      thread.setContextClassLoader(null);
      assertThat(EncoderFiles.onClassPath().sha256()).isEqualTo(Tiny.SHA256);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Shows another network in the encoder's place. */
  private static final class Shadowing extends ClassLoader {
    private final Path folder;

    Shadowing(ClassLoader parent, Path folder) {
      super(parent);
      this.folder = folder;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.endsWith("encoder.onnx")
          ? Collections.enumeration(List.of(folder.resolve("encoder.onnx").toUri().toURL()))
          : super.getResources(name);
    }
  }
}
