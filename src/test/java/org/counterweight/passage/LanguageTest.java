package org.counterweight.passage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|They said that the lamp would not be ready for you before noon.",
        "de|Ich habe das nicht gesehen, und die Lampe ist auch nicht von mir.",
        "fr|Je ne sais pas o\u00f9 sont les cl\u00e9s, mais elles \u00e9taient dans le tiroir.",
        "es|No s\u00e9 por qu\u00e9 los vecinos no est\u00e1n en casa, pero hay una luz.",
        "pt|Voc\u00ea n\u00e3o tem uma chave, mas isso \u00e9 muito f\u00e1cil para ele.",
        "it|Non so che cosa sono, ma anche questo \u00e8 del mio vicino.",
        "nl|Ik heb het niet gezien, maar hij zegt dat er nog een lamp is.",
        "pl|Nie wiem, czy to jest ju\u017c dla mnie, ale tak si\u0119 m\u00f3wi.",
        "tr|Bu \u00e7ok g\u00fczel bir lamba ama benim i\u00e7in de\u011fil.",
        "id|Ini bukan lampu yang saya cari, tetapi kita bisa coba dengan itu.",
        "ru|\u042f \u043d\u0435 \u0437\u043d\u0430\u044e, \u0433\u0434\u0435 \u043b\u0430\u043c\u043f\u0430.",
        "ja|\u30e9\u30f3\u30d7\u306f\u3069\u3053\u3067\u3059\u304b\u3002"
            + "\u90e8\u5c4b\u306b\u3042\u308a\u307e\u3059\u3002",
        "zh|\u6211\u4e0d\u77e5\u9053\u706f\u5728\u54ea\u91cc\u3002",
        "ko|\ub7a8\ud504\uac00 \uc5b4\ub514\uc5d0 \uc788\ub294\uc9c0 \ubaa8\ub974\uaca0\uc5b4\uc694.",
        "ar|\u0644\u0627 \u0623\u0639\u0631\u0641 \u0623\u064a\u0646 \u0627\u0644\u0645\u0635\u0628\u0627\u062d."
      })
  void tellsLanguagesApart(String code, String text) {
    assertThat(Language.of(text)).isEqualTo(code);
    assertThat(Language.of(text.toUpperCase(Locale.ROOT))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "?!", "12 345", "\ud83d\ude00\ud83d\ude00", "ok", "Salut!", "thanks thanks thanks thanks", "\ud83d",
        "Stephen Smith as popular as Henry", "https://example.com/que/una/para"
      })
  void doesNotGuess(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.UNCLEAR);
  }

  @Test
  void englishNamesAmongOtherWordsDoNotMakeATextEnglish() {
    assertThat(Language.of("Ich habe mit dem \"Lord of the Rings\" und \"The Wall\" nicht viel zu tun, das ist so."))
        .isEqualTo("de");
  }

  @Test
  void whatTheProjectWroteIsEnglish() throws IOException {
    int all = 0;
    int other = 0;
    try (var files = Files.newDirectoryStream(Path.of("data-samples/stance"), "*.jsonl")) {
      for (var file : files) {
        for (var line : Files.readAllLines(file, UTF_8)) {
          var code = Language.of(new ObjectMapper().readTree(line).get("text").asText());
          all++;
          other += code.equals("en") || code.equals(Language.UNCLEAR) ? 0 : 1;
        }
      }
    }
    assertThat(all).isGreaterThan(500);
    assertThat(other).isZero();
  }

  @Test
  void costsTheSameWhateverTheLength() {
    var long1 = "the lamp and the wall ".repeat(1_000_000);
    assertTimeout(Duration.ofSeconds(5), () -> Language.of(long1));
    assertThat(Language.of(long1)).isIn("en", Language.UNCLEAR);
  }
}
