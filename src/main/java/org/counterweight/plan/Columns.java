package org.counterweight.plan;

import java.util.Arrays;

/** Candidates as parallel arrays; only the first {@code size} places count. */
final class Columns {
  int size;
  long[] work;
  long[] key;
  int[] words;
  long[] doom;
  long[] tractable;
  int[] copies;
  boolean[] mayGain;
  int[] source;
  int[] host;
  int[] month;
  boolean[] synthetic;
  boolean[] overlaps;

  Columns(int capacity) {
    work = new long[capacity];
    key = new long[capacity];
    words = new int[capacity];
    doom = new long[capacity];
    tractable = new long[capacity];
    copies = new int[capacity];
    mayGain = new boolean[capacity];
    source = new int[capacity];
    host = new int[capacity];
    month = new int[capacity];
    synthetic = new boolean[capacity];
    overlaps = new boolean[capacity];
  }

  void add(Candidate document, int sourcePlace, int hostPlace, int monthPlace) {
    if (size == words.length) {
      grow(size + (size >> 1) + 1);
    }
    work[size] = Draw.hash(document.work());
    key[size] = Draw.hash(document.key());
    words[size] = document.words();
    doom[size] = document.doomMicro();
    tractable[size] = document.tractableMicro();
    copies[size] = document.copiesPresent();
    mayGain[size] = document.mayGain();
    source[size] = sourcePlace;
    host[size] = hostPlace;
    month[size] = monthPlace;
    synthetic[size] = document.synthetic();
    overlaps[size] = document.overlapsEvaluation();
    size++;
  }

  private void grow(int capacity) {
    work = Arrays.copyOf(work, capacity);
    key = Arrays.copyOf(key, capacity);
    words = Arrays.copyOf(words, capacity);
    doom = Arrays.copyOf(doom, capacity);
    tractable = Arrays.copyOf(tractable, capacity);
    copies = Arrays.copyOf(copies, capacity);
    mayGain = Arrays.copyOf(mayGain, capacity);
    source = Arrays.copyOf(source, capacity);
    host = Arrays.copyOf(host, capacity);
    month = Arrays.copyOf(month, capacity);
    synthetic = Arrays.copyOf(synthetic, capacity);
    overlaps = Arrays.copyOf(overlaps, capacity);
  }

  /** The same with the places of sources, hosts and months replaced; all other arrays are shared. */
  Columns renumbered(int[] sourcePlaces, int[] hostPlaces, int[] monthPlaces) {
    Columns other = new Columns(0);
    other.size = size;
    other.work = work;
    other.key = key;
    other.words = words;
    other.doom = doom;
    other.tractable = tractable;
    other.copies = copies;
    other.mayGain = mayGain;
    other.synthetic = synthetic;
    other.overlaps = overlaps;
    other.source = new int[size];
    other.host = new int[size];
    other.month = new int[size];
    for (int i = 0; i < size; i++) {
      other.source[i] = sourcePlaces[source[i]];
      other.host[i] = hostPlaces[host[i]];
      other.month[i] = monthPlaces[month[i]];
    }
    return other;
  }

  /** A copy in which place {@code at} holds what stood at {@code order[at]}. */
  Columns inOrder(int[] order) {
    Columns other = new Columns(order.length);
    other.size = order.length;
    for (int at = 0; at < order.length; at++) {
      int i = order[at];
      other.work[at] = work[i];
      other.key[at] = key[i];
      other.words[at] = words[i];
      other.doom[at] = doom[i];
      other.tractable[at] = tractable[i];
      other.copies[at] = copies[i];
      other.mayGain[at] = mayGain[i];
      other.source[at] = source[i];
      other.host[at] = host[i];
      other.month[at] = month[i];
      other.synthetic[at] = synthetic[i];
      other.overlaps[at] = overlaps[i];
    }
    return other;
  }

  /** Orders two documents by work, key and then all that they hold; zero only if they are the same to a plan. */
  int compare(int left, int right) {
    int order = Long.compare(work[left], work[right]);
    order = order != 0 ? order : Long.compare(key[left], key[right]);
    order = order != 0 ? order : Integer.compare(words[left], words[right]);
    order = order != 0 ? order : Long.compare(doom[left], doom[right]);
    order = order != 0 ? order : Long.compare(tractable[left], tractable[right]);
    order = order != 0 ? order : Integer.compare(copies[left], copies[right]);
    order = order != 0 ? order : Boolean.compare(mayGain[left], mayGain[right]);
    order = order != 0 ? order : Integer.compare(source[left], source[right]);
    order = order != 0 ? order : Integer.compare(host[left], host[right]);
    order = order != 0 ? order : Integer.compare(month[left], month[right]);
    order = order != 0 ? order : Boolean.compare(synthetic[left], synthetic[right]);
    return order != 0 ? order : Boolean.compare(overlaps[left], overlaps[right]);
  }
}
