package windrose.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The four floors: look down only, and no feature looks into another's rooms. */
class FloorsTest {
  static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("windrose");

  @Test
  void domain_knows_the_jdk_and_jts_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage("windrose.domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "windrose.domain..", "java..", "org.locationtech.jts..", "org.jspecify.."))
        .check(OURS);
  }

  @Test
  void domain_has_no_clock_thread_logger_file_or_unseeded_randomness() {
    noClasses()
        .that()
        .resideInAPackage("windrose.domain..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.concurrent..",
                "java.util.logging..",
                "java.nio.file..",
                "java.net..",
                "java.sql.."))
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(OURS);
  }

  @Test
  void platform_knows_neither_chemistry_nor_features() {
    noClasses()
        .that()
        .resideInAPackage("windrose.platform..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("windrose.domain..", "windrose.feature..", "windrose.app.."))
        .check(OURS);
  }

  @Test
  void nobody_knows_app() {
    noClasses()
        .that()
        .resideOutsideOfPackage("windrose.app..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("windrose.app.."))
        .check(OURS);
  }

  @Test
  void nobody_but_app_reads_the_truth_of_the_simulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages("windrose.app..", "windrose.feature.simulator..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("windrose.feature.simulator.."))
        .check(OURS);
  }

  @Test
  void features_and_rooms_form_no_cycle() {
    slices().matching("windrose.feature.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("windrose.domain.(*)..").should().beFreeOfCycles().check(OURS);
  }
}
