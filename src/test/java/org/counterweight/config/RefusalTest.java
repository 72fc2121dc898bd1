package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestKnownOne() {
    assertThat(problems("\n\ncorpus:\n  txt: body\n"))
        .containsExactly("unknown key corpus.txt (line 4): did you mean corpus.text?");
  }

  @Test
  void everyProblemIsNamedAtOnceInOrderOfPlace() {
    var yaml =
        """
        seed: one
        corpus:
          txt: body
          sampled: 0
        plan:
          floor: 2
          doses: [1.1]
        input: 5
        """;

    assertThat(problems(yaml, "plan.max-epoch=3", "run.engine=flink"))
        .containsExactly(
            "seed (line 1): expected a whole number of 64 bits, found the text \"one\"",
            "unknown key corpus.txt (line 3): did you mean corpus.text?",
            "corpus.sampled (line 4): expected a share above 0, at most 1, or a percentage such as 1%, found 0",
            "plan.floor (line 6): expected a number from 0 to 1, found 2",
            "plan.doses (line 7): expected a share above 0, at most 1, or a percentage such as 1%, found 1.1",
            "input (line 8): is a section with max-bad-fraction, max-record-bytes, max-window-bytes,"
                + " max-damaged-shards, split-bytes; found 5",
            "unknown key plan.max-epoch (--set): did you mean plan.max-epochs?",
            "run.engine (--set): expected one of spark, stream, found the text \"flink\"");
  }

  @Test
  void theMessageCountsTheProblemsAndGivesEachALine() {
    assertThatThrownBy(() -> Assembly.load("my.yaml", Optional.of("a: 1\nb: 2\n"), List.of()))
        .hasMessage("Cannot use my.yaml: 2 problems\n  unknown key a (line 1)\n  unknown key b (line 2)");
    assertThatThrownBy(() -> Configuration.load(List.of("bogus=1")))
        .hasMessage("Cannot use the settings: unknown key bogus (--set)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "corpus: {text: 5}                | expected text",
        "corpus: {text: ''}               | blank text",
        "corpus: {text: []}               | name the field that holds the text",
        "corpus: {text: a..b}             | single dots",
        "corpus: {text: [a, [b]]}         | found a list",
        "corpus: {text: {a: b}}           | found a mapping",
        "corpus: {id: null, preset: null} | found nothing (null)",
        "corpus: {preset: Dolma}          | one of auto, dolma, fineweb, c4",
        "corpus: {created-order: ymd}     | one of",
        "corpus: {deduplicated: no}       | expected true or false, found the text \"no\"",
        "corpus: {deduplicated: on}       | expected true or false",
        "corpus: {deduplicated: 'true'}   | expected true or false",
        "corpus: {sampled: 1.01}          | above 0, at most 1",
        "corpus: {sampled: 0%}            | above 0, at most 1",
        "corpus: {engagement: score}      | expected a list",
        "corpus: {engagement: [{zero: unknown}]}      | found no field",
        "corpus: {engagement: [{field: a, zeros: b}]} | expected field and zero, found zeros",
        "corpus: {source-from-path: '/a('}            | source-from-path",
        "corpus: {source-from-path: '/a/'}            | group",
        "corpus: {source-from-path: {columns: a}}     | {column: name}",
        "corpus: {source-from-path: {column: a/b}}    | name of a partition column",
        "input: {max-bad-fraction: -1%}   | from 0 to 1",
        "input: {max-record-bytes: 32MB}  | units KiB, MiB, GiB, TiB",
        "input: {max-record-bytes: 2GiB}  | from 1 to 1GiB",
        "input: {max-record-bytes: 1.5}   | expected a size",
        "input: {max-window-bytes: 999999999999999TiB} | expected a size",
        "input: {max-damaged-shards: 1.5} | expected a whole number",
        "input: {max-damaged-shards: -1}  | from 0",
        "input: {split-bytes: 512}         | input.split-bytes (line 1): expected a size such as 32MiB from 64KiB to",
        "input: {split-bytes: 65535}       | from 64KiB to 1TiB",
        "virality: {replicates: 99}       | from 100 to 10000",
        "virality: {replicates: 1e9}      | from 100 to 10000",
        "virality: {replicates: 1_000}    | expected a whole number",
        "virality: {replicates: 0x3E8}    | expected a whole number",
        "plan: {max-epochs: .inf}         | expected a number",
        "plan: {max-epochs: .nan}         | expected a number",
        "plan: {max-epochs: 1e400}        | expected a number",
        "plan: {max-epochs: '4'}          | found the text \"4\"",
        "plan: {base: 2}                  | a mapping such as",
        "plan: {base: {web: two}}         | expected a number",
        "plan: {base: [web]}              | found a list",
        "plan: {target: {odds: 0}}        | above 0",
        "plan: {target: {share: 1}}       | above 0 and below 1",
        "plan: {target: {odds: null}}     | none of plan.target.debias, plan.target.odds, plan.target.share is set",
        "plan: {target: {debias: likes}}  | one of copies, engagement",
        "plan: {target: {debias: engagement}}         | plan.debias.elasticity",
        "plan: {target: 1}                | is a section with debias, odds, share; found 1",
        "plan: {max-gain: {host: 1.5}}    | above 0, at most 1",
        "plan: {arms: [placebo]}          | plan.arms without treatment",
        "plan: {arms: []}                 | plan.arms without treatment",
        "plan: {arms: [control]}          | one of treatment, salience, placebo",
        "plan: {doses: 1%}                | expected a list",
        "plan: {doses: [1%], budget: fixed} | differ in more than the words they add",
        "plan: {arms: [treatment, salience], budget: fixed} | use additive",
        "plan: {controls: 0}              | above 0, at most 1",
        "plan: {stages: [anneal]}         | expected a stage such as",
        "plan: {stages: [{words: 5}]}     | expected a stage with a name",
        "plan: {stages: [{name: A/../b}]} | lower-case letters, digits and hyphens",
        "plan: {stages: [{name: a, words: 5, tokens: 5}]} | one of words, tokens and epochs",
        "plan: {stages: [{name: a, words: 0}]}   | expected a whole number",
        "plan: {stages: [{name: a, tokens: 1.5}]} | expected a whole number",
        "plan: {stages: [{name: a, epochs: 1001}]} | at most 1000",
        "plan: {stages: [{name: a, epoch: 1}]}   | found \"epoch\"",
        "plan: {stages: [{name: a, target: {}}]} | exactly one of odds, share and debias",
        "plan: {stages: [{name: a, target: {odds: 1, share: 1%}}]} | exactly one of odds, share and debias",
        "plan: {stages: [{name: a, target: {odd: 1}}]} | exactly one of odds, share and debias",
        "plan: {stages: [{name: a, target: {debias: engagement}}]} | plan.debias.elasticity",
        "plan: {stages: [{name: a, max-epochs: 5}]} | above plan.max-epochs 4.0",
        "plan: {stages: [{name: a}, {name: a}]}  | two stages named a",
        "plan: {exclude: eval.jsonl}      | expected a list",
        "plan: {synthetic: some}          | expected allow, exclude, or a share from 0 to 1",
        "plan: {synthetic: 2}             | expected allow, exclude, or a share from 0 to 1",
        "plan: {alarm: {host-share: 0}}   | above 0, at most 1",
        "plan: {stages: null}             | expected a list",
        "output: {format: csv}            | one of parquet, jsonl",
        "run: {sample: 0}                 | above 0, at most 1",
        "run: {cache: 1}                  | expected true or false",
        "seed: 9223372036854775808        | expected a whole number",
        "seed: 1e999999999                | expected a whole number",
        "seed: [1]                        | found a list",
        "seed: 1.5                        | expected a whole number"
      })
  void aValueThatDoesNotFitIsRefusedByName(String yaml, String why) {
    assertThat(problems(yaml)).singleElement().asString().contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "1000", "1000.0", "+1000", "0.1e4"})
  void aWholeNumberMayBeWrittenInAnyWay(String written) throws Exception {
    assertThat(Configuration.load(List.of("virality.replicates=" + written)).virality().replicates()).isEqualTo(1000);
  }

  @Test
  void aKeyGivenTwiceIsRefusedWithBothLines() {
    assertThat(problems("seed: 1\nplan:\n  floor: 1\n  floor: 0\nseed: 2\n"))
        .containsExactly(
            "plan.floor (line 4): set twice, first at line 3; keep one",
            "seed (line 5): set twice, first at line 1; keep one");
    assertThat(problems("plan: {floor: 1}\nplan: {base: {}}\n"))
        .containsExactly("plan (line 2): set twice, first at line 1; keep one");
    assertThat(problems("plan: {floor: 1}\nplan.floor: 1\n"))
        .containsExactly("plan.floor (line 2): set twice, first at line 1; keep one");
    assertThat(problems("plan: {base: {web: 1,\n web: 2}}"))
        .containsExactly("plan.base.web (line 2): set twice, first at line 1; keep one");
  }

  @Test
  void twoTargetsAreRefused() {
    assertThat(problems("plan:\n  target:\n    odds: 1\n    share: 1%\n"))
        .containsExactly("plan.target.odds (line 3) and plan.target.share (line 4) exclude one another; set one");
    assertThat(problems("", "plan.target.odds=1", "plan.target.debias=copies")).singleElement().asString()
        .contains("exclude one another");
  }

  @Test
  void aStringOfHostileCharactersIsShownEscaped() {
    assertThat(problems("\"a\\e[31m\\n\": 1\noutput: {format: \"\\u202e\\a\"}")).containsExactly(
        "unknown key \"a\\u001b[31m\\u000a\" (line 1)",
        "output.format (line 2): expected one of parquet, jsonl, found the text \"\\u202e\\u0007\"");
  }

  private static List<String> problems(String yaml, String... sets) {
    try {
      Assembly.load("a.yaml", Optional.of(yaml), List.of(sets));
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }
}
