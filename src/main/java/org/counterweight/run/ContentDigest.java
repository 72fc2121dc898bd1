package org.counterweight.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.counterweight.corpus.Sha256;
import org.counterweight.stance.TaggedDocument;

/**
 * The digest of a shard's gated documents and their judgements, in order of rows: equal in two runs where nothing that
 * the figures rest on changed, even if the file was written anew or documents not about AI were.
 */
final class ContentDigest {

  private final MessageDigest sha256 = Sha256.start();

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
