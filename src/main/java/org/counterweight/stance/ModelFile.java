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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.counterweight.corpus.Reason;
import org.counterweight.corpus.Sha256;

/**
 * Models in one file: magic {@code CWSM}, format version, kind {@code stance}, the fast model's header (JSON, integers
 * only) and weights (big-endian 16-bit integers), the header of the accurate model and that of the cascade (JSON; of no
 * length where there is none), and a SHA-256 of all before it. Each part but the first two and the last follows its
 * length; lengths and versions are 32-bit big-endian.
 */
public final class ModelFile {

  private static final int MAGIC = 0x4357534d;
  private static final int VERSION = 2;
  private static final String KIND = "stance";
  private static final int DIGEST = 32;
  private static final int LARGEST = 64 << 20;

  private ModelFile() {}

  /**
   * Writes models.
   *
   * @throws ModelException if they cannot be written
   */
  public static void write(ModelSet models, Path file) {
    try {
      Files.write(file, bytes(models));
    } catch (IOException e) {
      throw new ModelException("Cannot save model " + file + ": " + reason(e), e);
    }
  }

  /** Models as the bytes of their file. */
  public static byte[] bytes(ModelSet models) {
    var accurate = models.accurate().map(AccurateModel::header).orElse(null);
    var cascade = models.cascade().map(CascadeModel::header).orElse(null);
    return bytes(models.fast(), accurate, cascade);
  }

  /**
   * Reads models.
   *
   * @throws ModelException if it is not a whole and unharmed model file that this build can use
   */
  public static ModelSet read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new ModelException("Cannot load model " + file + ": " + reason(e), e);
    }
  }

  /**
   * Reads models from a stream, which is left open.
   *
   * @param name what to call it in errors
   * @throws ModelException as {@link #read(Path)}
   */
  public static ModelSet read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    try {
      return parse(bytes);
    } catch (BufferUnderflowException e) {
      throw new ModelException("Cannot load model " + name + ": it is cut short", e);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ModelException("Cannot load model " + name + ": its header cannot be read: " + reason(e), e);
    } catch (ModelException e) {
      throw new ModelException("Cannot load model " + name + ": " + reason(e), e);
    }
  }

  private static ModelSet parse(byte[] bytes) throws IOException {
    check(bytes.length <= LARGEST, "it is larger than 64 MiB");
    var in = ByteBuffer.wrap(bytes);
    check(bytes.length >= 4 && in.getInt() == MAGIC, "it is not a model file");
    int version = in.getInt();
    check(version == VERSION, "it has format version " + version + ", this build reads version " + VERSION);
    byte[] kind = block(in);
    checkSum(bytes);
    String kindName = new String(kind, StandardCharsets.US_ASCII);
    check(kindName.equals(KIND), "it is of kind '" + kindName.replaceAll("\\p{Cntrl}", "?") + "', not '" + KIND + "'");
    var header = json().readValue(block(in), ModelHeader.class);
    short[] weights = shorts(block(in));
    byte[] accurate = block(in);
    byte[] cascade = block(in);
    check(in.remaining() == DIGEST, "it has " + (in.remaining() - DIGEST) + " bytes too many");
    check((accurate.length == 0) == (cascade.length == 0), "it holds one of accurate and cascade without the other");
    var fast = new LinearModel(header, weights);
    return accurate.length == 0
        ? ModelSet.of(fast)
        : ModelSet.of(
            fast, json().readValue(accurate, AccurateHeader.class), json().readValue(cascade, CascadeHeader.class));
  }

  private static short[] shorts(byte[] block) {
    var shorts = ByteBuffer.wrap(block).asShortBuffer();
    short[] values = new short[shorts.remaining()];
    shorts.get(values);
    return values;
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
    var sha256 = Sha256.start();
    sha256.update(bytes, 0, bytes.length - DIGEST);
    byte[] stored = Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length);
    check(Arrays.equals(sha256.digest(), stored), "its checksum does not fit: it is cut short or damaged");
  }

  private static void check(boolean fine, String why) {
    if (!fine) {
      throw new ModelException(why);
    }
  }

  /** The trailing checksum of a file of these; null for those that it lacks. */
  static String digest(LinearModel fast, AccurateHeader accurate, CascadeHeader cascade) {
    byte[] file = bytes(fast, accurate, cascade);
    return HexFormat.of().formatHex(file, file.length - DIGEST, file.length);
  }

  private static byte[] bytes(LinearModel fast, AccurateHeader accurate, CascadeHeader cascade) {
    byte[] kind = KIND.getBytes(StandardCharsets.US_ASCII);
    short[] weights = fast.weights().weights();
    byte[] first = write(fast.header());
    byte[] second = write(accurate);
    byte[] third = write(cascade);
    int size = 8 + 5 * 4 + kind.length + first.length + 2 * weights.length + second.length + third.length;
    var out = ByteBuffer.allocate(size + DIGEST);
    out.putInt(MAGIC).putInt(VERSION).putInt(kind.length).put(kind).putInt(first.length).put(first);
    out.putInt(2 * weights.length);
    for (short weight : weights) {
      out.putShort(weight);
    }
    out.putInt(second.length).put(second).putInt(third.length).put(third);
    var sha256 = Sha256.start();
    sha256.update(out.array(), 0, size);
    return out.put(sha256.digest()).array();
  }

  /** A header as JSON; nothing for none. */
  private static byte[] write(Object header) {
    try {
      return header == null ? new byte[0] : json().writeValueAsBytes(header);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a model's header as JSON", e);
    }
  }

  /** In alphabetical order, since the order of its own differs from version to version. */
  private static ObjectMapper json() {
    return JsonMapper.builder().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  private static String reason(Exception e) {
    return Reason.of(e).replaceAll("\\p{Cntrl}", "?");
  }
}
