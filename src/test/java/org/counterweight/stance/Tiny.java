package org.counterweight.stance;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small encoder of the tests, which stands on their class path where the true one stands in use. */
final class Tiny {

  static final String SHA256 = EncoderFiles.onClassPath().sha256();

  private Tiny() {}

  static Encoder encoder() {
    return Encoders.shared(SHA256);
  }

  /** One of the files beside it. */
  static Path file(String name) {
    try {
      return Path.of(Tiny.class.getResource("encoder/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
