package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterweightTest {

  @Test
  void aClassPathWithoutItsJarsIsToldAndNoSilentEnd() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var own = Path.of(Counterweight.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    var answer = Launcher.shell(Path.of(""), List.of(java, "-cp", own, Counterweight.class.getName(), "--version"));
    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.err()).contains("Cannot start: java.lang.ClassNotFoundException").contains("the class path");
  }
}
