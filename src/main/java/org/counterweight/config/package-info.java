/**
 * The configuration: what may be set, what was set where, and what holds.
 *
 * <p>A <b>key</b> is a dotted path such as {@code plan.target.odds}. The shipped file {@code counterweight.yaml} holds
 * every key with its default, so it is at once the documentation, the list of known keys and the source of defaults: a
 * non-empty mapping there is a <b>section</b>, anything else (an empty mapping too) is the value of a key. Three
 * <b>layers</b> set keys, the later ones over the earlier: the shipped defaults, the user's file, {@code --set}
 * arguments. The environment is never read.
 *
 * <p>A <b>form</b> is what the value of a key must look like (a share, a size, a list of paths); binding reads each key
 * in its form and collects every problem before it refuses. The files are YAML 1.2 reduced to plain values: no anchors,
 * aliases, tags or second documents.
 */
package org.counterweight.config;
