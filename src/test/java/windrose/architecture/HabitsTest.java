package windrose.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static windrose.architecture.FloorsTest.OURS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import windrose.platform.db.Sql;
import windrose.platform.work.OffLoop;

/** Habits of the house that a machine can hold. */
class HabitsTest {
  private static final int LONGEST_FILE = 500;

  /** Calls that hold a thread. */
  private static final Map<String, Set<String>> BLOCKING =
      Map.of(
          "java.lang.Thread", Set.of("sleep", "join"),
          "java.lang.Object", Set.of("wait"),
          "java.lang.Process", Set.of("waitFor"),
          "java.util.concurrent.Future", Set.of("get"),
          "java.util.concurrent.CompletableFuture", Set.of("get", "join"),
          "java.util.concurrent.CountDownLatch", Set.of("await"),
          "java.util.concurrent.Semaphore", Set.of("acquire"),
          "java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos"),
          "io.vertx.core.Future", Set.of("await"));

  private static final List<String> BLOCKING_PACKAGES =
      List.of(
          "java.nio.file.Files",
          "java.nio.channels.FileChannel",
          "java.lang.ProcessBuilder",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.http.HttpClient",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.RandomAccessFile",
          "java.sql.");

  private static final DescribedPredicate<JavaClass> ON_THE_EVENT_LOOP =
      describe(
          "run on the event loop",
          type -> {
            JavaClass outermost = type;
            while (true) {
              if (outermost.isAnnotatedWith(OffLoop.class)) {
                return false;
              }
              var enclosing = outermost.getEnclosingClass();
              if (enclosing.isEmpty()) {
                return true;
              }
              outermost = enclosing.get();
            }
          });

  @Test
  void nothing_on_the_event_loop_blocks() {
    noClasses()
        .that(ON_THE_EVENT_LOOP)
        .should()
        .accessTargetWhere(describe("block", HabitsTest::blocks))
        .because("blocking work belongs to HeavyWork, in a class marked @OffLoop")
        .check(OURS);
  }

  private static boolean blocks(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return BLOCKING.getOrDefault(owner, Set.of()).contains(access.getTarget().getName())
        || BLOCKING_PACKAGES.stream().anyMatch(owner::startsWith);
  }

  @Test
  void sql_stands_only_in_stores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .resideOutsideOfPackage("windrose.platform.db..")
        .should()
        .callMethodWhere(
            describe(
                "run a statement",
                call ->
                    call.getTarget().getName().equals("run")
                        && call.getTargetOwner().isAssignableTo(Sql.class)))
        .check(OURS);
  }

  @Test
  void routes_stores_and_json_are_hidden_inside_their_feature() {
    noClasses()
        .that()
        .resideInAPackage("windrose.feature..")
        .and()
        .haveNameMatching(".*(Routes|Store|Json)")
        .should()
        .bePublic()
        .check(OURS);
  }

  @Test
  void no_static_field_changes() {
    fields()
        .that()
        .areStatic()
        .and(
            describe(
                "are written by hand",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should()
        .beFinal()
        .check(OURS);
  }

  /** A store's list method answers for somebody: it takes the view scope, or its name does not start with "list". */
  @Test
  void every_list_method_of_a_features_store_takes_a_view_scope() {
    List<String> without =
        OURS.stream()
            .filter(type -> type.getPackageName().startsWith("windrose.feature"))
            .filter(type -> type.getSimpleName().endsWith("Store"))
            .map(JavaClass::getMethods)
            .flatMap(Collection::stream)
            .filter(method -> method.getName().startsWith("list"))
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(
                method ->
                    method.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getSimpleName().equals("ViewScope")))
            .map(method -> method.getFullName())
            .toList();
    Assertions.assertThat(without).isEmpty();
  }

  @Test
  void only_the_route_table_and_the_page_mount_addresses() {
    noClasses()
        .that()
        .resideOutsideOfPackage("windrose.platform.web..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.vertx.ext.web.Router")
        .because(
            "a route is a windrose.platform.web.Route, which cannot be built without its right")
        .check(OURS);
  }

  @Test
  void no_file_is_longer_than_five_hundred_lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path root : List.of(Path.of("src"), Path.of("web/src"), Path.of("web/tests"))) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files.filter(HabitsTest::isCode)::iterator) {
          int lines = Files.readAllLines(file).size();
          if (lines > LONGEST_FILE) {
            tooLong.add(file + ": " + lines + " lines");
          }
        }
      }
    }
    Assertions.assertThat(tooLong).isEmpty();
  }

  private static boolean isCode(Path file) {
    return file.toString().matches(".*\\.(java|ts|vue|css|mjs)");
  }
}
