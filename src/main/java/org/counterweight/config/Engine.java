package org.counterweight.config;

/** What runs the job. */
public enum Engine {
  /** Apache Spark, local or a cluster. */
  SPARK,
  /** Plain Java streams in this process. */
  STREAM
}
