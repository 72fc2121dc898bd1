package org.counterweight.stance;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.TensorInfo;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * An encoder in ONNX Runtime: {@code input_ids} (int64, [1, n]) to {@code scores} (float32, [1, 4]). One passage at a
 * time, without padding, on one thread and with fixed kernels, so that a passage's scores depend on nothing but its
 * text and the CPU's instruction set. Safe for threads, each of which computes by itself.
 */
final class OnnxEncoder implements Encoder {

  private static final String INPUT = "input_ids";
  private static final String OUTPUT = "scores";

  private final WordPieces pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxEncoder(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens an encoder and looks whether it has the true form.
   *
   * @throws ModelException if it has not, or its files are damaged; the message says only why
   */
  static OnnxEncoder open(EncoderFiles files) {
    var pieces = WordPieces.open(files.tokenizer());
    try {
      var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "counterweight");
      environment.setTelemetry(false);
      var session = session(environment, files.onnx());
      checkForm(session);
      return new OnnxEncoder(pieces, environment, session);
    } catch (OrtException e) {
      pieces.close();
      throw new ModelException("its network cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException | LinkageError e) {
      pieces.close();
      throw e;
    }
  }

  private static OrtSession session(OrtEnvironment environment, byte[] onnx) throws OrtException {
    try (var options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(ExecutionMode.SEQUENTIAL);
      options.setDeterministicCompute(true);
      // Lengths differ from text to text: a plan of memory for each would only be kept and never met again.
      options.setMemoryPatternOptimization(false);
      return environment.createSession(onnx, options);
    }
  }

  private static void checkForm(OrtSession session) throws OrtException {
    String form = "%s -> %s".formatted(names(session.getInputInfo()), names(session.getOutputInfo()));
    boolean named =
        session.getInputInfo().keySet().equals(Set.of(INPUT))
            && session.getOutputInfo().containsKey(OUTPUT);
    if (!named
        || !fits(session.getInputInfo().get(INPUT), OnnxJavaType.INT64, 1, -1)
        || !fits(session.getOutputInfo().get(OUTPUT), OnnxJavaType.FLOAT, 1, StanceClass.COUNT)) {
      session.close();
      throw new ModelException("its network is " + form + ", not input_ids INT64[1, -1] -> scores FLOAT[1, 4]");
    }
  }

  private static String names(Map<String, NodeInfo> nodes) {
    var text = new StringBuilder();
    for (var node : nodes.values()) {
      text.append(text.isEmpty() ? "" : ", ").append(node.getName()).append(' ').append(kind(node));
    }
    return text.toString();
  }

  private static String kind(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? tensor.type + Arrays.toString(tensor.getShape())
        : "no tensor";
  }

  /** Whether a node is a tensor of a type and of rows as long as that; -1 stands for any number. */
  private static boolean fits(NodeInfo node, OnnxJavaType type, long rows, long columns) {
    if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != type || tensor.getShape().length != 2) {
      return false;
    }
    long[] shape = tensor.getShape();
    return (shape[0] == rows || shape[0] == -1) && (shape[1] == columns || shape[1] == -1);
  }

  @Override
  public double[] score(String text) {
    long[] ids = pieces.ids(text);
    return ids == null ? null : score(ids);
  }

  private double[] score(long[] ids) {
    long[] shape = {1, ids.length};
    try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        var result = session.run(Map.of(INPUT, input), Set.of(OUTPUT))) {
      float[] row = ((float[][]) result.get(0).getValue())[0];
      double[] scores = new double[StanceClass.COUNT];
      for (int k = 0; k < scores.length; k++) {
        scores[k] = finite(row[k], ids.length);
      }
      return scores;
    } catch (OrtException e) {
      throw new ModelException("Cannot score a text of " + ids.length + " pieces by the encoder: " + e.getMessage(), e);
    }
  }

  private static double finite(float score, int pieces) {
    if (!Float.isFinite(score)) {
      throw new ModelException(
          "Cannot score a text of " + pieces + " pieces by the encoder: its answer is " + score
              + ", no number; the encoder is damaged, use fast");
    }
    return score;
  }
}
