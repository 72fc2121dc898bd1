package org.counterweight.config;

import java.util.List;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  /**
   * @param name the file or arguments that were read
   * @param problems at least one sentence
   */
  public ConfigurationException(String name, List<String> problems) {
    super(message(name, problems));
    this.problems = List.copyOf(problems);
  }

  /** Each problem in a sentence of its own, in order of place. */
  public List<String> problems() {
    return problems;
  }

  private static String message(String name, List<String> problems) {
    if (problems.size() == 1) {
      return "Cannot use " + name + ": " + problems.get(0);
    }
    return "Cannot use " + name + ": " + problems.size() + " problems\n  " + String.join("\n  ", problems);
  }
}
