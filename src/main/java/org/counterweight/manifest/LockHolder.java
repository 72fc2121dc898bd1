package org.counterweight.manifest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The process that holds an output folder.
 *
 * @param host name of its machine
 * @param pid its process id there
 * @param started when the process started, in milliseconds since 1970, or 0 where the system does not say; with the
 *     id it names one process for good
 * @param since when it took the lock
 * @param token tells this lock from every other
 */
record LockHolder(String host, long pid, long started, Instant since, String token) {

  /** This process. */
  static LockHolder current(Instant now) {
    var process = ProcessHandle.current();
    return new LockHolder(
        hostName(), process.pid(), started(process), now.truncatedTo(ChronoUnit.SECONDS), UUID.randomUUID().toString());
  }

  /** Whether it was a process of this machine that is no longer there. */
  boolean diedHere() {
    if (!host.equals(hostName())) {
      return false;
    }
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::sameStart).isEmpty();
  }

  private boolean sameStart(ProcessHandle process) {
    return started == 0 || started(process) == 0 || started(process) == started;
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown host";
    }
  }

  String json() {
    return Json.line(
        json ->
            json.text("host", host)
                .whole("pid", pid)
                .whole("started", started)
                .text("since", since.toString())
                .text("token", token));
  }

  static LockHolder parse(String text, String file) throws ManifestException {
    var json = JsonFields.parse(text, file);
    return json.end(
        () ->
            new LockHolder(
                json.text("host"),
                json.whole("pid"),
                json.whole("started"),
                instant(json.text("since")),
                json.text("token")));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Cannot read time '" + text + "'", e);
    }
  }

  @Override
  public String toString() {
    return Text.line(host) + ", pid " + pid + ", since " + since;
  }
}
