package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final Gate ENGLISH = Gate.of(Lexicon.shipped("en"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AI",
        "an AI-driven lamp",
        "anti-AI",
        "AI's turn",
        "_AI_",
        "(AIs)",
        "AI\u6280\u8853",
        "A.I. is here",
        "the A.I",
        "Artificial\u00a0Intelligence",
        "artificial\n intelligence",
        "ARTIFICIAL INTELLIGENCE",
        "artificial *intelligence*",
        "self-driving",
        "self driving",
        "superintelligences",
        "superintelligent",
        "GPT-4",
        "gpt4o",
        "ChatGPT's",
        "OpenAI",
        "robots",
        "Robotics",
        "an automaton",
        "his positronic brain",
        "said the android",
        "mesa-optimizers",
        "RLHF",
        "is it corrigible?",
        "reward hacking",
        "paperclip maximizer",
        "x-risk",
        "I asked Claude and then Gemini",
        "with a.i work everywhere",
        "they won't stop developing their ai",
        "the p(doom) of a friend",
        "The DNN's loss basin",
        "it tries to convince you its sentient",
        "executives lose their job to automation because of automation of work",
        "a country of geniuses in a data center",
        "my sub-agents ran all night",
        "The assistant declined.",
        "the household's mechanical servant",
        "the model lied to its graders, and the monitors caught it",
        "We let the Machine decide for humanity"
      })
  void admitsWhatIsAboutAi(String text) {
    assertThat(ENGLISH.admits(text)).isTrue();
    assertThat(ENGLISH.admits("so " + text + " it is")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "ai",
        "AIR",
        "OAI",
        "J-A-I",
        "J'AI LU",
        "J\u2019AI LU",
        "said Al",
        "Claude Monet painted lilies",
        "artificial flowers, intelligence of bees",
        "artificial. Intelligence",
        "an Android phone",
        "the machine stopped",
        "robust",
        "gpt5x",
        "I.A",
        "A. I went",
        "superb intelligence",
        "an agent of a helpful friend, the gardener",
        "j'ai vu, tu ai",
        "android phones and Android apps",
        "a computer program with software for its users",
        "our real estate agent and her assistant",
        "the assistance dog and a model railway",
        "machine tools of steel and brass"
      })
  void leavesOutWhatIsNot(String text) {
    assertThat(ENGLISH.admits(text)).as(ENGLISH.evidence(text).toString()).isFalse();
  }

  @Test
  void weakTermsNeedAnotherOne() {
    var gate = Gate.of(new Lexicon("~oversight, overseen\n~bot\n~~model\n~~agent\n~~user"));
    assertThat(gate.admits("oversight and oversight, overseen")).isFalse();
    assertThat(gate.admits("oversight of a bot")).isTrue();
    assertThat(gate.admits("model and agent")).isFalse();
    assertThat(gate.admits("model, agent, model")).isFalse();
    assertThat(gate.admits("model, agent, user")).isTrue();
    assertThat(gate.admits("oversight of a model")).isFalse();
    assertThat(gate.admits("oversight of a model agent")).isTrue();
  }

  @Test
  void weakerTermsCountLessInALongPassage() {
    var gate = Gate.of(new Lexicon("bot\n~weak\n~frail\n~~model\n~~agent\n~~user\n~~code"));
    assertThat(gate.admits("model agent user" + " o".repeat(192))).isTrue();
    assertThat(gate.admits("model agent user" + " o".repeat(220))).isFalse();
    assertThat(gate.admits("model agent user code" + " o".repeat(220))).isTrue();
    assertThat(gate.admits("model agent user code" + " o".repeat(5000))).isFalse();
    assertThat(gate.admits("weak model agent" + " o".repeat(5000))).isFalse();
    assertThat(gate.admits("weak and frail" + " o".repeat(5000))).isTrue();
    assertThat(gate.admits("bot" + " o".repeat(5000))).isTrue();
  }

  @Test
  void aDocumentMayHoldWhatAnyOfItsPassagesHolds() {
    var gate = Gate.of(new Lexicon("~~model\n~~agent\n~~user"));
    var document = "o ".repeat(2000) + "model, agent, user";
    assertThat(gate.admits(document)).isFalse();
    assertThat(gate.scan(document).admitted()).isTrue();
    assertThat(gate.scan("<p>" + document + "</p>").admitted()).isTrue();
  }

  @Test
  void evidenceNamesTheEntriesThatAdmitted() {
    var gate = Gate.of(new Lexicon("# terms\nAI, AIs\n~oversight\n~bot, bots"));
    assertThat(gate.evidence("two AIs")).containsExactly("AI, AIs");
    assertThat(gate.evidence("bots need oversight")).containsExactly("~oversight", "~bot, bots");
    assertThat(gate.evidence("nothing")).isEmpty();
  }

  @Test
  void scriptsWithoutSpacesAreMatchedCharacterByCharacter() {
    var gate = Gate.of(new Lexicon("\u4eba\u5de5\u667a\u80fd\n\u30ed\u30dc\u30c3\u30c8"));
    assertThat(gate.admits("\u8fd9\u662f\u4eba\u5de5\u667a\u80fd\u3002")).isTrue();
    assertThat(gate.admits("\u4eba\u5de5\u5929\u80fd")).isFalse();
    assertThat(gate.admits("\u30ed\u30dc\u30c3\u30c8\u306f")).isTrue();
  }

  @Test
  void lettersBeyondAsciiAreLetters() {
    var gate = Gate.of(new Lexicon("k\u00fcnstliche intelligenz\n\u0440\u043e\u0431\u043e\u0442"));
    assertThat(gate.admits("K\u00dcNSTLICHE  Intelligenz")).isTrue();
    assertThat(gate.admits("\u0420\u043e\u0431\u043e\u0442!")).isTrue();
    assertThat(gate.admits("\u0440\u043e\u0431\u043e\u0442\u044b")).isFalse();
    assertThat(Gate.of(new Lexicon("AI")).admits("A\u00cfAI \u00e9AI AI\u00e9")).isFalse();
  }

  @Test
  void findsATermAnywhereInALongText() {
    var gate = Gate.of(new Lexicon("AI\nreward hacking\nA.I\nx"));
    for (var term : List.of("AI", "reward\n\nhacking", "A.I", "x")) {
      for (int before = 4085; before < 4100; before++) {
        var text = "-".repeat(before) + term;
        assertThat(gate.admits(text)).as(term + " at " + before).isTrue();
        assertThat(gate.admits(text + " and so on")).isTrue();
        assertThat(gate.admits("o".repeat(before) + term)).isFalse();
      }
    }
  }

  @Test
  void survivesTheWayToAWorker() throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(ENGLISH);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      var arrived = (Gate) in.readObject();
      assertThat(arrived.digest()).isEqualTo(ENGLISH.digest());
      assertThat(arrived.admits("a robot")).isTrue();
      assertThat(arrived.evidence("a robot")).isEqualTo(ENGLISH.evidence("a robot"));
    }
  }

  @Test
  void digestTellsLexiconsApart() {
    assertThat(ENGLISH.digest()).matches("[0-9a-f]{64}").isEqualTo(Gate.of(Lexicon.shipped("en")).digest());
    assertThat(Gate.of(new Lexicon("robot")).digest()).isNotEqualTo(Gate.of(new Lexicon("~robot")).digest());
    assertThat(Gate.of(new Lexicon("a\r\nb")).digest()).isEqualTo(Gate.of(new Lexicon("a\nb")).digest());
  }

  @Test
  void readsItsLanguagesAndWhatIsUnclear() {
    var english = Gate.reading(Set.of("en"));
    assertThat(english.reads("The robot is not what you think it was.")).isTrue();
    assertThat(english.reads("AI!")).isTrue();
    assertThat(english.reads("Die AI ist nicht das, was wir sind.")).isFalse();
    assertThat(english.reads("\u0420\u043e\u0431\u043e\u0442 AI")).isFalse();
    assertThat(ENGLISH.reads("Die AI ist nicht das, was wir sind.")).isTrue();
    assertThat(english.digest()).isNotEqualTo(ENGLISH.digest());
    assertThatThrownBy(() -> Gate.reading(Set.of("tlh"))).hasMessageContaining("only en ships");
    assertThatThrownBy(() -> Gate.reading(Set.of())).hasMessageContaining("no language is given");
  }

  @Test
  void hostileTextTakesLinearTime() {
    var units = List.of("<", "A.", "artificial ", "machine- ", "robo", "ai ", "-", "the ", "'AI", "\u4eba", "&nbsp;");
    for (var unit : units) {
      var text = unit.repeat(1_000_000 / unit.length());
      assertTimeout(Duration.ofSeconds(20), () -> ENGLISH.scan(text), unit);
    }
    var gap = "artificial" + " ".repeat(4_000_000);
    assertTimeout(Duration.ofSeconds(5), () -> ENGLISH.scan(gap));
  }
}
