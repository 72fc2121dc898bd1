package org.counterweight.spark;

import org.apache.spark.launcher.JavaModuleOptions;

/** Prints the Java options that the Spark on the class path asks for; the launcher passes them on. */
public final class JavaOptions {

  private JavaOptions() {}

  /** Prints one line. */
  public static void main(String[] arguments) {
    System.out.println(JavaModuleOptions.defaultModuleOptions());
  }
}
