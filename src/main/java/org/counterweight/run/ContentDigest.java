package org.counterweight.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.counterweight.stance.TaggedDocument;

/**
 * The digest of a shard's gated documents and their judgements, in order of rows: equal in two runs where nothing that
 * the figures rest on changed, even if the file was written anew or documents not about AI were.
 */
final class ContentDigest {

  private final MessageDigest sha256 = start();

  private static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot compute SHA-256: every Java has it", e);
    }
  }

  void add(TaggedDocument document) {
    var text = new StringBuilder(document.sha256());
    for (var passage : document.passages()) {
      var p = passage.p();
      text.append(' ').append(passage.words()).append(' ').append(p.doom()).append(' ').append(p.tractable());
      text.append(' ').append(p.mixed()).append(' ').append(p.neutral());
    }
    sha256.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Lower-case hexadecimal, once all documents are added. */
  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
