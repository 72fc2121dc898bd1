package org.counterweight.stance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model in one file: magic {@code CWSM}, format version, kind (length and ASCII), header (length and JSON, integers
 * only), weights (length and big-endian 16-bit integers), and a SHA-256 of all before it. Numbers are 32-bit
 * big-endian.
 */
public final class ModelFile {

  private static final int MAGIC = 0x4357534d;
  private static final int VERSION = 1;
  private static final String LINEAR = "linear";
  private static final int DIGEST = 32;
  private static final int LARGEST = 64 << 20;

  private ModelFile() {}

  /**
   * Writes a model.
   *
   * @throws ModelException if it cannot be written
   */
  public static void write(LinearModel model, Path file) {
    try {
      Files.write(file, bytes(model));
    } catch (IOException e) {
      throw new ModelException("Cannot save model " + file + ": " + reason(e), e);
    }
  }

  /** A model as the bytes of its file. */
  public static byte[] bytes(LinearModel model) {
    return bytes(model.header(), model.weights().weights());
  }

  /**
   * Reads a model.
   *
   * @throws ModelException if it is not a whole and unharmed model that this build can use
   */
  public static LinearModel read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new ModelException("Cannot load model " + file + ": " + reason(e), e);
    }
  }

  /**
   * Reads a model from a stream, which is left open.
   *
   * @param name what to call it in errors
   * @throws ModelException as {@link #read(Path)}
   */
  public static LinearModel read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    try {
      return parse(bytes);
    } catch (BufferUnderflowException e) {
      throw new ModelException("Cannot load model " + name + ": it is cut short", e);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ModelException("Cannot load model " + name + ": its header cannot be read: " + reason(e), e);
    } catch (ModelException e) {
      throw new ModelException("Cannot load model " + name + ": " + e.getMessage(), e);
    }
  }

  private static LinearModel parse(byte[] bytes) throws IOException {
    check(bytes.length <= LARGEST, "it is larger than 64 MiB");
    var in = ByteBuffer.wrap(bytes);
    check(bytes.length >= 4 && in.getInt() == MAGIC, "it is not a model file");
    int version = in.getInt();
    check(version == VERSION, "it has format version " + version + ", this build reads version " + VERSION);
    byte[] kind = block(in);
    checkSum(bytes);
    String kindName = new String(kind, StandardCharsets.US_ASCII);
    check(kindName.equals(LINEAR), "it is of kind '" + printable(kindName) + "', not '" + LINEAR + "'");
    var header = json().readValue(block(in), ModelHeader.class);
    var weights = ByteBuffer.wrap(block(in)).asShortBuffer();
    check(in.remaining() == DIGEST, "it has " + (in.remaining() - DIGEST) + " bytes too many");
    short[] values = new short[weights.remaining()];
    weights.get(values);
    return new LinearModel(header, values, digestOf(bytes));
  }

  private static byte[] block(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining() - DIGEST) {
      throw new BufferUnderflowException();
    }
    byte[] block = new byte[length];
    in.get(block);
    return block;
  }

  private static void checkSum(byte[] bytes) {
    var sha256 = Hash.sha256();
    sha256.update(bytes, 0, bytes.length - DIGEST);
    byte[] stored = Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length);
    check(Arrays.equals(sha256.digest(), stored), "its checksum does not fit: it is cut short or damaged");
  }

  private static void check(boolean fine, String why) {
    if (!fine) {
      throw new ModelException(why);
    }
  }

  static String digest(ModelHeader header, short[] weights) {
    return digestOf(bytes(header, weights));
  }

  private static String digestOf(byte[] file) {
    return HexFormat.of().formatHex(file, file.length - DIGEST, file.length);
  }

  private static byte[] bytes(ModelHeader header, short[] weights) {
    byte[] kind = LINEAR.getBytes(StandardCharsets.US_ASCII);
    byte[] json = write(header);
    int size = 8 + 4 + kind.length + 4 + json.length + 4 + 2 * weights.length;
    var out = ByteBuffer.allocate(size + DIGEST);
    out.putInt(MAGIC).putInt(VERSION).putInt(kind.length).put(kind).putInt(json.length).put(json);
    out.putInt(2 * weights.length);
    for (short weight : weights) {
      out.putShort(weight);
    }
    var sha256 = Hash.sha256();
    sha256.update(out.array(), 0, size);
    return out.put(sha256.digest()).array();
  }

  private static byte[] write(ModelHeader header) {
    try {
      return json().writeValueAsBytes(header);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a model's header as JSON", e);
    }
  }

  /** In alphabetical order, since the order of its own differs from version to version. */
  private static ObjectMapper json() {
    return JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  private static String reason(Exception e) {
    String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return e instanceof NoSuchFileException ? "there is no such file" : printable(message);
  }

  private static String printable(String text) {
    return text == null ? "no reason given" : text.replaceAll("\\p{Cntrl}", "?");
  }
}
