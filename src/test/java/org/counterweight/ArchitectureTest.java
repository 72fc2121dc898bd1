package org.counterweight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the order of the stages, and the engine in its own room. A package that is not there yet breaks no rule. */
class ArchitectureTest {

  private static final String ROOT = "org.counterweight";

  /** Each package may use those before it. */
  private static final List<String> ORDER =
      List.of(
          "corpus", "passage", "work", "stance", "virality", "plan", "manifest", "trainer", "report", "run", "review",
          "spark", "config", "cli");

  private static JavaClasses main;

  @BeforeAll
  static void importMainClasses() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    main = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    assertThat(main.size()).isPositive();
  }

  static Stream<String> packages() {
    return ORDER.stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void eachPackageUsesOnlyThoseBeforeIt(String name) {
    var later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream().map(ArchitectureTest::in);
    check(
        noClasses()
            .that()
            .resideInAPackage(in(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.concat(later, Stream.of(ROOT)).toArray(String[]::new)));
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    var known = Stream.concat(Stream.of(ROOT), ORDER.stream().map(ArchitectureTest::in)).toArray(String[]::new);
    check(classes().should().resideInAnyPackage(known));
  }

  @Test
  void noPackagesFormACycle() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void theEngineIsKnownToItsPackageAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("spark"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark.."));
  }

  @Test
  void noScalaTypeIsTouched() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("scala.."));
  }

  @Test
  void settingsFilesAndCommandLinesAreReadInOnePlaceEach() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("config"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(in("cli"), ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.cli.."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "common", "helper", "helpers", "manager", "managers", "misc", "model"})
  void noPackageHasANameThatSaysNothing(String name) {
    check(noClasses().should().resideInAPackage(ROOT + ".." + name + ".."));
  }

  @Test
  void noClassHasANameThatSaysNothing() {
    assertThat(main.stream().map(JavaClass::getSimpleName).filter(ArchitectureTest::saysNothing)).isEmpty();
  }

  @Test
  void theNamesThatSayNothingAreRecognised() {
    assertThat(List.of("Util", "PathUtils", "Common", "TestHelper", "Managers", "CacheManager"))
        .allMatch(ArchitectureTest::saysNothing);
    assertThat(List.of("Words", "CommonCrawl", "Shard", "Utility")).noneMatch(ArchitectureTest::saysNothing);
  }

  private static boolean saysNothing(String simpleName) {
    return simpleName.matches("(.*[a-z0-9])?(Util|Common|Helper|Manager)s?");
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(main);
  }
}
