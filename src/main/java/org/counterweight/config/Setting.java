package org.counterweight.config;

/**
 * A key that is set.
 *
 * @param key its dotted path
 * @param value what it is set to
 * @param at where the key stands
 */
record Setting(String key, Value value, Origin at) {}
