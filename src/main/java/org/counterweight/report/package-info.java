/**
 * What a person reads first: {@code report.html}, one file without scripts or anything to fetch, made of a run's header
 * and statistics alone. The same run gives the same bytes.
 *
 * <p>Every text that could come from a corpus (names of sources and shards, ids, paths, reasons) is shown as text:
 * markup is escaped, control and direction characters are spelled out, long names are cut, and each name is isolated
 * from the direction of what stands around it.
 */
package org.counterweight.report;
