package org.counterweight.stance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.counterweight.corpus.Sha256;

/**
 * The two files of an encoder, held in memory.
 *
 * @param origin where they come from, for messages
 * @param onnx the network
 * @param tokenizer how a text becomes pieces: {@code tokenizer.json} of Hugging Face's tokenizers
 */
record EncoderFiles(String origin, byte[] onnx, byte[] tokenizer) {

  private static final String ONNX = "encoder.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String FOLDER = "org/counterweight/stance/encoder/";
  private static final String ADVICE =
      "; put counterweight-encoder.jar on the class path (scripts/counterweight and scripts/submit do), or use fast,"
          + " which needs none";

  /**
   * The first encoder that the thread's class loader finds, or else one beside our own classes.
   *
   * @throws ModelException if there is none
   */
  static EncoderFiles onClassPath() {
    return all().get(0);
  }

  /**
   * The encoder of that digest; several may lie on the class path, as where models of two trainings are compared.
   *
   * @throws ModelException if there is none, or only others
   */
  static EncoderFiles onClassPath(String sha256) {
    var all = all();
    return all.stream()
        .filter(one -> one.sha256().equals(sha256))
        .findFirst()
        .orElseGet(() -> all.get(0).checked(sha256));
  }

  private static List<EncoderFiles> all() {
    var found = new LinkedHashSet<String>();
    try {
      for (var loader : List.of(loader(), EncoderFiles.class.getClassLoader())) {
        loader.getResources(FOLDER + ONNX).asIterator().forEachRemaining(url -> found.add(url.toString()));
      }
      if (found.isEmpty()) {
        throw new ModelException(
            "Cannot load the encoder: there is no " + FOLDER + ONNX + " on the class path" + ADVICE);
      }
      var all = new ArrayList<EncoderFiles>();
      for (var url : found) {
        String folder = url.substring(0, url.length() - ONNX.length());
        all.add(new EncoderFiles("class path", bytes(new URL(url)), bytes(new URL(folder + TOKENIZER))));
      }
      return all;
    } catch (IOException e) {
      throw new ModelException("Cannot load the encoder: it cannot be read from the class path: " + e.getMessage(), e);
    }
  }

  private static ClassLoader loader() {
    var context = Thread.currentThread().getContextClassLoader();
    return context == null ? EncoderFiles.class.getClassLoader() : context;
  }

  private static byte[] bytes(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return in.readAllBytes();
    }
  }

  /**
   * An encoder in files: the network and, beside it, {@code tokenizer.json}.
   *
   * @throws ModelException if one of them cannot be read
   */
  static EncoderFiles at(Path onnx) {
    return new EncoderFiles(onnx.toString(), bytes(onnx), bytes(onnx.resolveSibling(TOKENIZER)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ModelException("Cannot load the encoder: there is no file " + file, e);
    } catch (IOException e) {
      throw new ModelException("Cannot load the encoder: " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What {@code sha256sum encoder.onnx tokenizer.json | sha256sum} prints of the two. */
  String sha256() {
    return Sha256.of(line(onnx, ONNX) + line(tokenizer, TOKENIZER));
  }

  private static String line(byte[] file, String name) {
    return HexFormat.of().formatHex(Sha256.start().digest(file)) + "  " + name + "\n";
  }

  /**
   * Checks that this is the encoder of that digest.
   *
   * @throws ModelException if it is another
   */
  EncoderFiles checked(String sha256) {
    String own = sha256();
    if (!own.equals(sha256)) {
      throw new ModelException(
          "Cannot use the encoder (%s): its sha256 is %s, the model was trained with %s%s"
              .formatted(origin, own, sha256, "; take the encoder that came with the model, or use fast"));
    }
    return this;
  }
}
