package org.counterweight.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with a configuration, so that its author hears of everything at once. */
final class Problems {

  /** A complaint with its place. */
  private record Problem(Origin at, String message) {}

  private final List<Problem> found = new ArrayList<>();

  /** Adds what is wrong with a key: {@code plan.floor (line 3): why}. */
  void add(String key, Origin at, String why) {
    addSentence(at, key + " (" + at + "): " + why);
  }

  /** Adds a sentence that names its place itself. */
  void addSentence(Origin at, String sentence) {
    found.add(new Problem(at, sentence));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int size() {
    return found.size();
  }

  /** The complaints in order of file and line, then of the arguments. */
  List<String> messages() {
    return found.stream().sorted(Comparator.comparing(Problem::at)).map(Problem::message).distinct().toList();
  }

  /**
   * Refuses the configuration if anything was found.
   *
   * @param name the configuration as its author knows it
   */
  void refuse(String name) throws ConfigurationException {
    if (!found.isEmpty()) {
      throw new ConfigurationException(name, messages());
    }
  }
}
