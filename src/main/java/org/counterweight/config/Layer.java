package org.counterweight.config;

/** Where keys are set; later layers go over earlier ones. */
enum Layer {
  /** The shipped file with every default. */
  DEFAULTS,
  /** The user's file. */
  FILE,
  /** {@code --set key=value} arguments. */
  SET
}
