package org.counterweight.stance;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The encoders that this JVM has open: at most one of each digest, opened when it is first needed and kept, since its
 * memory (see {@code package-info}) is native and opening takes a second. Whoever is sent to a worker carries the
 * digest alone.
 */
final class Encoders {

  private static final String ADVICE = "; or use fast, which needs no encoder";

  /** One session for each JVM and encoder is the purpose of this class; nothing here changes an answer. */
  private static final Map<String, Encoder> OPEN = new ConcurrentHashMap<>();

  private Encoders() {}

  /**
   * The encoder of a digest, from the class path.
   *
   * @param sha256 see {@link EncoderFiles#sha256}
   * @throws ModelException if the encoder, or a library that it needs, is missing or is not the one it should be
   */
  static Encoder shared(String sha256) {
    return OPEN.computeIfAbsent(sha256, wanted -> open(EncoderFiles.onClassPath(wanted)));
  }

  /**
   * The digest of an encoder that can be used: the one in a file, or the one on the class path for null.
   *
   * @throws ModelException as {@link #shared}
   */
  static String sha256(Path onnxOrNull) {
    var files = onnxOrNull == null ? EncoderFiles.onClassPath() : EncoderFiles.at(onnxOrNull);
    String sha256 = files.sha256();
    OPEN.computeIfAbsent(sha256, wanted -> open(files));
    return sha256;
  }

  /**
   * Opens an encoder.
   *
   * @throws ModelException as {@link #shared}
   */
  static Encoder open(EncoderFiles files) {
    try {
      return OnnxEncoder.open(files);
    } catch (ModelException e) {
      throw failed(files, e.getMessage(), e);
    } catch (NoClassDefFoundError e) {
      throw failed(files, missing(e), e);
    } catch (LinkageError e) {
      throw failed(files, "a native library cannot be loaded: " + reason(e), e);
    } catch (RuntimeException e) {
      throw failed(files, "its tokenizer or network cannot be opened: " + reason(e), e);
    }
  }

  private static ModelException failed(EncoderFiles files, String why, Throwable cause) {
    String line = why.replaceAll("\\p{Cntrl}+", " ");
    return new ModelException("Cannot load the encoder (" + files.origin() + "): " + line + ADVICE, cause);
  }

  /** What a class that is not there says of the class path. */
  static String missing(NoClassDefFoundError e) {
    String name = String.valueOf(e.getMessage());
    if (name.startsWith("Could not initialize class")) {
      return "a native library could not be loaded: " + reason(e);
    }
    String library =
        name.startsWith("ai/onnxruntime")
            ? "com.microsoft.onnxruntime:onnxruntime"
            : name.startsWith("ai/djl") ? "ai.djl.huggingface:tokenizers and ai.djl:api" : "of class " + name;
    return "the library " + library + " is not on the class path (scripts/counterweight and scripts/submit add it)";
  }

  private static String reason(Throwable e) {
    var cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
