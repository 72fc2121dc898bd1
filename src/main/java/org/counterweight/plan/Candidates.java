package org.counterweight.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The documents about AI as columns, about 70 bytes a document, so that ten million fit a driver.
 *
 * <p>Inside, they stand in canonical order: by hash of their work, then of their key, then by their values. Copies of a
 * work are neighbours, and sums are the same to the last bit whatever the order in which documents were added.
 */
public final class Candidates {
  private final Columns columns;
  private final String[] sources;
  private final String[] hosts;
  private final String[] months;
  private final int[] canonical;

  private Candidates(Columns columns, String[] sources, String[] hosts, String[] months, int[] canonical) {
    this.columns = columns;
    this.sources = sources;
    this.hosts = hosts;
    this.months = months;
    this.canonical = canonical;
  }

  /** Collects documents, in any order. */
  public static Builder builder() {
    return new Builder();
  }

  /** All of these. */
  public static Candidates of(Iterable<Candidate> documents) {
    Builder builder = builder();
    documents.forEach(builder::add);
    return builder.build();
  }

  /** How many documents. */
  public int size() {
    return canonical.length;
  }

  /** Columns in canonical order. */
  Columns columns() {
    return columns;
  }

  /** Where in canonical order the document stands that was added as number {@code index}, from 0. */
  int canonical(int index) {
    return canonical[index];
  }

  /** Sources in order of their names; the source column holds places here. */
  String[] sources() {
    return sources;
  }

  /** Hosts in order of their names; the host column holds places here. */
  String[] hosts() {
    return hosts;
  }

  /** Months in order; the month column holds places here. */
  String[] months() {
    return months;
  }

  /** Collects documents; not for several threads at once. */
  public static final class Builder {
    private final Columns columns = new Columns(16);
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Map<String, Integer> hosts = new LinkedHashMap<>();
    private final Map<String, Integer> months = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a document; the first is number 0. */
    public Builder add(Candidate document) {
      int source = sources.computeIfAbsent(document.source(), name -> sources.size());
      int host = hosts.computeIfAbsent(document.host(), name -> hosts.size());
      int month = months.computeIfAbsent(document.month(), name -> months.size());
      columns.add(document, source, host, month);
      return this;
    }

    /** How many documents were added. */
    public int size() {
      return columns.size;
    }

    /** The documents in canonical order. */
    public Candidates build() {
      String[] sourceNames = sorted(sources);
      String[] hostNames = sorted(hosts);
      String[] monthNames = sorted(months);
      Columns named =
          columns.renumbered(places(sources, sourceNames), places(hosts, hostNames), places(months, monthNames));
      int[] order = new CanonicalOrder(named).order();
      int[] canonical = new int[order.length];
      for (int at = 0; at < order.length; at++) {
        canonical[order[at]] = at;
      }
      return new Candidates(named.inOrder(order), sourceNames, hostNames, monthNames, canonical);
    }

    private static String[] sorted(Map<String, Integer> names) {
      String[] sorted = names.keySet().toArray(String[]::new);
      Arrays.sort(sorted);
      return sorted;
    }

    private static int[] places(Map<String, Integer> names, String[] sorted) {
      int[] places = new int[sorted.length];
      for (int place = 0; place < sorted.length; place++) {
        places[names.get(sorted[place])] = place;
      }
      return places;
    }
  }
}
