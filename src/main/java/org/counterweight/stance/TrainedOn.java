package org.counterweight.stance;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.counterweight.corpus.Sha256;

/**
 * What a model saw.
 *
 * @param sha256 of the passages' label, draw, family and text, sorted: the same whatever their order
 * @param passages how many there were
 * @param random how many of them were drawn at random
 * @param chosen how many of them were picked to teach alone
 * @param written how many of them were written to show a stance
 * @param labels how many of each stance, in {@link Stance} order
 * @param families names of the families in order
 */
public record TrainedOn(
    String sha256, int passages, int random, int chosen, int written, List<Integer> labels, List<String> families)
    implements Serializable {

  public TrainedOn {
    labels = List.copyOf(labels);
    families = List.copyOf(families);
  }

  static TrainedOn of(List<LabelledPassage> passages) {
    var labels = new ArrayList<Integer>();
    for (var stance : Stance.values()) {
      labels.add((int) passages.stream().filter(passage -> passage.label() == stance).count());
    }
    int random = (int) passages.stream().filter(LabelledPassage::random).count();
    int chosen = (int) passages.stream().filter(passage -> passage.draw() == Draw.CHOSEN).count();
    int written = (int) passages.stream().filter(LabelledPassage::written).count();
    var families = passages.stream().map(LabelledPassage::source).distinct().sorted().toList();
    return new TrainedOn(digest(passages), passages.size(), random, chosen, written, labels, families);
  }

  private static String digest(List<LabelledPassage> passages) {
    var sha256 = Sha256.start();
    passages.stream()
        .map(TrainedOn::canonical)
        .sorted()
        .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** One passage as a line that no other passage shares; it also orders training. */
  static String canonical(LabelledPassage passage) {
    return "%s %s %s %s\n"
        .formatted(
            Sha256.of(passage.text()),
            passage.label().label(),
            passage.draw().label(),
            Sha256.of(passage.source()));
  }
}
