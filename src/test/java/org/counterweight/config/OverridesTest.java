package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterweight.plan.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @Test
  void anArgumentWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
    var read = load("seed: 1\nplan: {floor: 0.5}\n", "seed=2");

    assertThat(read.seed()).isEqualTo(2);
    assertThat(read.plan().floor()).isEqualTo(0.5);
    assertThat(read.plan().maxEpochs()).isEqualTo(4);
  }

  @Test
  void valuesAreYaml() throws Exception {
    var read = load("", "plan.base={web: 2, a=b: 1}", "corpus.text=[a, b]", "run.master=local[*]", " seed = 3");

    assertThat(read.plan().base()).isEqualTo(Map.of("web", 2.0, "a=b", 1.0));
    assertThat(read.corpus().paths().values()).containsExactly(List.of("a", "b"));
    assertThat(read.run().master()).contains("local[*]");
    assertThat(read.seed()).isEqualTo(3);
  }

  @Test
  void anArgumentMaySetSeveralKeysOfASection() throws Exception {
    assertThat(load("", "plan={floor: 0, target: {share: 1%}}").plan().target()).isEqualTo(new Target.Share(0.01));
  }

  @Test
  void aMappingReplacesTheOneBelowIt() throws Exception {
    assertThat(load("plan: {base: {a: 2, b: 3}}", "plan.base={c: 4}").plan().base()).isEqualTo(Map.of("c", 4.0));
  }

  @Test
  void namingATargetUnsetsTheWeakerOnes() throws Exception {
    assertThat(load("", "plan.target.share=0.1").plan().target()).isEqualTo(new Target.Share(0.1));
    assertThat(load("plan: {target: {debias: copies}}").plan().target()).isEqualTo(new Target.Debias(Target.By.COPIES));
    assertThat(load("plan: {target: {debias: copies}}", "plan.target.odds=2").plan().target())
        .isEqualTo(new Target.Odds(2));
    assertThat(load("plan: {target: {debias: null}}").plan().target()).isEqualTo(new Target.Odds(1));
  }

  @Test
  void nullIsWrittenOut() throws Exception {
    assertThat(load("run: {master: yarn}", "run.master=null").run().master()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed            | --set \"seed\": write key=value",
        "=1              | --set \"=1\": write key=value",
        "``              | --set \"\": write key=value",
        "seed=           | no value after the =; write seed=null for none",
        "seed=#1         | no value after the =",
        "seed=[1         | the value is not YAML",
        "seed=&a 1       | anchors",
        "seed=!!int 1    | tags",
        "plan=3          | is a section with",
        "plan.base.web=2 | unknown key plan.base.web (--set): did you mean plan.base?",
        "Seed=1          | unknown key Seed (--set): did you mean seed?"
      })
  void anArgumentThatCannotBeReadIsNamed(String argument, String why) {
    assertThat(problems(argument)).singleElement().asString().contains(why);
  }

  @Test
  void aKeySetByTwoArgumentsIsRefused() {
    assertThat(problems("seed=1", "seed=1")).containsExactly("seed (--set): set by two --set arguments; keep one");
    assertThat(problems("plan={floor: 0}", "plan.floor=0")).singleElement().asString().contains("plan.floor (--set)");
  }

  private static Configuration load(String yaml, String... sets) throws Exception {
    return Assembly.load("a.yaml", Optional.of(yaml), List.of(sets));
  }

  private static List<String> problems(String... sets) {
    try {
      Configuration.load(List.of(sets));
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }
}
