package org.counterweight.corpus;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;

/**
 * Why something failed, in words that may follow a colon: {@code Cannot read a.json: there is no such file}. Exceptions
 * of libraries often name a path alone, or speak of their own switches; ours are whole sentences, which would say
 * "Cannot" twice.
 */
public final class Reason {

  /** What begins one of our own sentences that goes on with what it is about and why. */
  private static final Pattern SENTENCE = Pattern.compile("^Cannot \\p{Lower}+ (?:with |in )?(?=.*: )", Pattern.DOTALL);

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate (?:Object property|field) [\"'](.*?)[\"'].*");

  /** Where Jackson goes on about its own switches and sources. */
  private static final Pattern JARGON =
      Pattern.compile(" *(?:\\(start marker at \\[.*|\\(bound as .*|, from `[^`]*`|: not allowed (?:as per|when) .*)");

  private Reason() {}

  /** The reason that an exception gives, or its kind where it gives none. */
  public static String of(Throwable cause) {
    if (cause instanceof JsonProcessingException json) {
      return ofJson(json);
    }
    String known = cause instanceof IOException ? file(cause, String.valueOf(cause.getMessage())) : null;
    if (known != null) {
      return known;
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    String about = SENTENCE.matcher(withoutTrace(message)).replaceFirst("");
    return about.startsWith("Cannot ") ? "c" + about.substring(1) : about;
  }

  /** A message without the stack trace of the server that an HDFS adds to its own. */
  public static String withoutTrace(String message) {
    return message.split("\n\tat ", 2)[0];
  }

  /** What the file system says where its exception gives a path or a code; null for anything else. */
  private static String file(Throwable cause, String message) {
    if (cause instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    if (cause instanceof AccessDeniedException || message.endsWith("(Permission denied)")) {
      return "permission denied";
    }
    if (message.equals("Is a directory") || message.endsWith("(Is a directory)")) {
      return "it is a folder";
    }
    if (cause instanceof NotDirectoryException || message.endsWith("Not a directory")) {
      return "what it lies in is no folder";
    }
    boolean gone = message.contains("does not exist") || message.contains("No such file");
    return cause instanceof NoSuchFileException || (cause instanceof FileNotFoundException && gone)
        ? "there is no such file"
        : null;
  }

  private static String ofJson(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Unexpected end-of-input")) {
      return "it breaks off";
    }
    if (message.startsWith("Trailing token")) {
      return "not JSON: something follows the object";
    }
    var duplicate = DUPLICATE.matcher(message);
    return duplicate.matches()
        ? "the field '" + duplicate.group(1) + "' is there twice"
        : "not JSON: " + JARGON.matcher(message).replaceFirst("");
  }

  /** Why a text is no JSON and, where known, at what line and column. */
  public static String inText(JsonProcessingException e) {
    var at = e.getLocation();
    return of(e) + (known(at) ? ", at line " + at.getLineNr() + ", column " + at.getColumnNr() : "");
  }

  /** The same of a text that is one line of a file, whose number its reader knows. */
  public static String inLine(JsonProcessingException e) {
    var at = e.getLocation();
    return of(e) + (known(at) ? ", at column " + at.getColumnNr() : "");
  }

  private static boolean known(JsonLocation at) {
    return at != null && at.getLineNr() > 0 && at.getColumnNr() > 0;
  }
}
