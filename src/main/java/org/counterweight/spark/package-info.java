/**
 * The only package that knows Spark: it carries tasks to workers and rows between them. What a task does lies in {@code
 * run}; what it computes, in the stages above.
 */
package org.counterweight.spark;
