package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Cannot plan with dose 7: not above 0     | dose 7: not above 0",
    "Cannot use schema version 9: known is 1  | schema version 9: known is 1",
    "Cannot list a.txt twice                  | cannot list a.txt twice",
    "its sizes are wrong                      | its sizes are wrong",
  })
  void oneOfOurSentencesInAnotherSaysCannotOnce(String message, String reason) {
    assertThat(Reason.of(new IllegalArgumentException(message))).isEqualTo(reason);
  }

  @Test
  void whatTheFileSystemGivesAsAPathIsSaidInWords(@TempDir Path folder) {
    assertThat(Reason.of(new NoSuchFileException("/x"))).isEqualTo("there is no such file");
    assertThat(Reason.of(new AccessDeniedException("/x"))).isEqualTo("permission denied");
    assertThat(Reason.of(new FileNotFoundException("/x (Permission denied)"))).isEqualTo("permission denied");
    assertThat(Reason.of(new FileNotFoundException("File file:/x does not exist"))).isEqualTo("there is no such file");
    assertThat(Reason.of(new MalformedInputException(1))).isEqualTo("it is not UTF-8");
    assertThat(Reason.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    assertThat(Reason.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    try {
      Files.readString(folder);
      throw new AssertionError("a folder was read");
    } catch (IOException e) {
      assertThat(Reason.of(e)).isEqualTo("it is a folder");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "{\"a\": [1,           | it breaks off",
    "{\"a\": 1} {}         | not JSON: something follows the object",
    "{\"a\": 1, \"a\": 2}  | the field 'a' is there twice",
    "{\"a\": tru}          | not JSON: Unrecognized token 'tru'",
    "{\"a\": 'b'}          | not JSON: Unexpected character (''' (code 39))",
  })
  void whatIsNoJsonIsToldWithoutTheParsersJargon(String text, String reason) throws IOException {
    try {
      JSON.readTree(text);
      throw new AssertionError("taken: " + text);
    } catch (JsonProcessingException e) {
      assertThat(Reason.of(e)).startsWith(reason).doesNotContain("REDACTED", "Feature", "com.fasterxml", "`");
      assertThat(Reason.inText(e)).startsWith(Reason.of(e)).matches(".*, at line 1, column [1-9][0-9]?");
      assertThat(Reason.inLine(e)).startsWith(Reason.of(e)).matches(".*, at column [1-9][0-9]?");
    }
  }

  @Test
  void nestingBeyondAllReasonIsTold() throws IOException {
    try {
      JSON.readTree("[".repeat(100_000));
      throw new AssertionError("taken");
    } catch (JsonProcessingException e) {
      assertThat(Reason.of(e)).contains("nesting").endsWith("(1000)").doesNotContain("`");
    }
  }
}
