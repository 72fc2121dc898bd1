package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NGramsTest {

  private static final FeatureSettings WORDS = new FeatureSettings(18, 1, FeatureSettings.VERSION);

  @Test
  void wordsAreRunsOfLettersAndMarks() {
    assertThat(tokens("Will it turn on us? No!")).containsExactly("Will", "it", "turn", "on", "us", "?", "No", "!");
  }

  @Test
  void caseAndDigitsDoNotMatter() {
    assertThat(buckets("GPT-4 and 1,234 ÄPFEL")).isEqualTo(buckets("gpt-3 AND 7,0 äpfel"));
  }

  @Test
  void apostrophesAndAbbreviationsStayInsideTheirWord() {
    assertThat(tokens("don't trust A.I. or don’t")).containsExactly("don't", "trust", "A.I", ".", "or", "don’t");
    assertThat(buckets("A.I")).isEqualTo(buckets("ai"));
    assertThat(buckets("don't")).isEqualTo(buckets("don’t")).isEqualTo(buckets("dont"));
  }

  @Test
  void sentencesThatLackASpaceAreTwoWords() {
    assertThat(tokens("the end.Then")).containsExactly("the", "end", ".", "Then");
  }

  @Test
  void anyWebAddressIsOneAndTheSameToken() {
    assertThat(tokens("see https://a.example/x?y=1 now")).containsExactly("see", "https://a.example/x?y=1", "now");
    assertThat(buckets("http://b.example")).isEqualTo(buckets("https://a.example/long/path"));
  }

  @Test
  void repeatedMarksCountOnce() {
    assertThat(buckets("wait...")).isEqualTo(buckets("wait."));
  }

  @Test
  void emojiAndSymbolsAreNoTokens() {
    assertThat(NGrams.visit("\uD83E\uDD16\uD83D\uDC80\u200D\u2764\uFE0F →", WORDS, (b, s, e) -> {})).isZero();
  }

  @Test
  void rightToLeftTextHasWords() {
    assertThat(tokens("בינה מלאכותית")).hasSize(2);
  }

  @Test
  void orderAddsLongerNGrams() {
    var two = new FeatureSettings(18, 2, FeatureSettings.VERSION);
    var three = new FeatureSettings(18, 3, FeatureSettings.VERSION);
    assertThat(spans("a b c", two)).containsExactly("a", "b", "a b", "c", "b c");
    assertThat(spans("a b c", three)).containsExactly("a", "b", "a b", "c", "b c", "a b c");
  }

  @Test
  void orderOfWordsShowsInBigramsOnly() {
    assertThat(buckets("dog bites")).containsExactlyInAnyOrderElementsOf(buckets("bites dog"));
    var two = new FeatureSettings(18, 2, FeatureSettings.VERSION);
    assertThat(buckets("dog bites", two)).doesNotContainSequence(buckets("bites dog", two));
  }

  @Property(seed = "1")
  void anyTextGivesBucketsInRangeAndSpansInOrder(@ForAll String text) {
    var settings = new FeatureSettings(10, 3, FeatureSettings.VERSION);
    int tokens =
        NGrams.visit(
            text,
            settings,
            (bucket, start, end) -> {
              assertThat(bucket).isBetween(0, settings.buckets() - 1);
              assertThat(start).isBetween(0, end);
              assertThat(end).isLessThanOrEqualTo(text.length());
            });
    assertThat(tokens).isLessThanOrEqualTo(text.length());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new FeatureSettings(20, 2, 1)).hasMessageContaining("2^20");
    assertThatThrownBy(() -> new FeatureSettings(18, 4, 1)).hasMessageContaining("4 tokens");
    assertThatThrownBy(() -> new FeatureSettings(18, 2, 2)).hasMessageContaining("version 2");
  }

  private static List<String> tokens(String text) {
    return spans(text, WORDS);
  }

  private static List<String> spans(String text, FeatureSettings settings) {
    var spans = new ArrayList<String>();
    NGrams.visit(text, settings, (bucket, start, end) -> spans.add(text.substring(start, end)));
    assertThat(spans.remove(spans.size() - 1)).as("the length comes last").isEmpty();
    return spans;
  }

  private static List<Integer> buckets(String text) {
    return buckets(text, WORDS);
  }

  private static List<Integer> buckets(String text, FeatureSettings settings) {
    var buckets = new ArrayList<Integer>();
    NGrams.visit(text, settings, (bucket, start, end) -> buckets.add(bucket));
    return buckets;
  }
}
