package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each classifier needs on the class path, in class loaders that lack something. */
class FastAloneTest {

  private static final Predicate<String> RUNTIME =
      entry -> entry.contains("onnxruntime") || entry.contains(separated("ai", "djl"));
  private static final Predicate<String> ENCODERS =
      entry -> entry.contains("test-classes") || entry.endsWith(separated("target", "encoder"));

  @TempDir Path folder;

  private static String separated(String... names) {
    return String.join(File.separator, names);
  }

  @Test
  void fastNeedsNeitherTheLibrariesNorTheEncoder() throws Throwable {
    try (var loader = without(RUNTIME.or(ENCODERS))) {
      assertThatThrownBy(() -> loader.loadClass("ai.onnxruntime.OrtSession"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> loader.loadClass("ai.djl.huggingface.tokenizers.HuggingFaceTokenizer"))
          .isInstanceOf(ClassNotFoundException.class);
      Object fast = load(loader, "fast", null);
      var judge = fast.getClass().getMethod("judge", String.class);
      String text = "Superintelligent AI will deceive us all.";
      assertThat(judge.invoke(fast, text).toString()).isEqualTo(Models.load("fast", null).judge(text).toString());
      assertThat(load(loader, "fast", MadeModels.file(folder).toString())).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"accurate", "cascade"})
  void aMissingLibraryIsNamedWithTheWayOut(String classifier) throws Exception {
    String file = MadeModels.file(folder).toString();
    try (var loader = without(entry -> entry.contains(separated("ai", "djl")))) {
      assertThatThrownBy(() -> load(loader, classifier, file))
          .hasMessageStartingWith("Cannot load the encoder (class path): the library ai.djl.huggingface:tokenizers")
          .hasMessageEndingWith("or use fast, which needs no encoder")
          .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo(ModelException.class.getName()));
    }
  }

  @Test
  void aMissingEncoderIsNamedWithTheWayOut() throws Exception {
    String file = MadeModels.file(folder).toString();
    try (var loader = without(ENCODERS)) {
      assertThatThrownBy(() -> load(loader, "accurate", file))
          .hasMessageContaining("there is no org/counterweight/stance/encoder/encoder.onnx on the class path")
          .hasMessageContaining("counterweight-encoder.jar")
          .hasMessageContaining("use fast");
    }
  }

  @Test
  void missingRuntimeIsNamedByItsCoordinates() {
    for (String name : new String[] {"ai/onnxruntime/OrtException", "ai/djl/util/Utils", "org/else/Where"}) {
      String said = Encoders.missing(new NoClassDefFoundError(name));
      assertThat(said)
          .contains(
              name.startsWith("ai/onnx") ? "com.microsoft.onnxruntime:onnxruntime"
                  : name.startsWith("ai/djl") ? "ai.djl:api" : "org/else/Where")
          .contains("is not on the class path");
    }
    assertThat(Encoders.missing(new NoClassDefFoundError("Could not initialize class ai.onnxruntime.OnnxRuntime")))
        .contains("native library");
  }

  private static Object load(ClassLoader loader, String classifier, String file) throws Throwable {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      var models = loader.loadClass("org.counterweight.stance.Models");
      return models.getMethod("load", String.class, String.class).invoke(null, classifier, file);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URLClassLoader without(Predicate<String> hidden) {
    var urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(hidden.negate())
            .map(FastAloneTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
