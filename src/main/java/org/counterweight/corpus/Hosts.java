package org.counterweight.corpus;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the host of a web address, without trusting it. */
final class Hosts {
  private static final int LONGEST_URL = 8192;
  private static final int LONGEST_HOST = 253;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:https?:)?//([^/?#\\\\\\s]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

  private Hosts() {}

  /** The host in lower case, in its ASCII form, without {@code www.}; empty where the address is not of the web. */
  static String read(String url) {
    if (url.length() > LONGEST_URL) {
      return "";
    }
    Matcher matcher = AUTHORITY.matcher(url.strip());
    if (!matcher.matches()) {
      return "";
    }
    String host = matcher.group(1);
    host = host.substring(host.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
    host = ascii(host).toLowerCase(Locale.ROOT).replaceFirst("^www\\.(?=.*\\.)", "");
    return host.length() <= LONGEST_HOST && HOST.matcher(host).matches() ? host : "";
  }

  private static String ascii(String host) {
    try {
      return host.length() <= LONGEST_HOST ? IDN.toASCII(host) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
