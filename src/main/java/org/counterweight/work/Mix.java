package org.counterweight.work;

/** Spreads the bits of a number over all of it. */
final class Mix {

  private Mix() {}

  /** The finish of MurmurHash3 (A. Appleby, public domain): a bijection in which each bit moves all others. */
  static long of(long value) {
    long h = value;
    h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }
}
