package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.platform.work.StartRefused;

/** The life of one data folder; the temporary folder is closed to others, so as root this is the hard case too. */
class EmbeddedPostgresIT {
  @TempDir static Path shared;
  @TempDir Path temp;
  private final Vertx vertx = Vertx.vertx();
  private final List<String> progress = new ArrayList<>();
  private Path dataDir;

  @BeforeEach
  void choose() {
    dataDir = temp.resolve("data folder's"); // blank and quote must not matter
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void keeps_data_across_a_clean_restart() {
    try (Opened first = open()) {
      first.run("create table kept as select 42 as answer");
    }
    assertThat(progress)
        .contains("unpacking PostgreSQL 18.6.0", "creating the database", "starting the database");
    progress.clear();
    try (Opened second = open()) {
      assertThat(second.text("select answer::text from kept")).isEqualTo("42");
    }
    assertThat(progress).containsExactly("starting the database");
    assertThat(new ServerProcesses(files()).list()).isEmpty();
  }

  @Test
  void is_durable_and_reachable_from_here_with_a_password_only() throws Exception {
    takeUnpacked();
    try (Opened server = open()) {
      assertThat(server.text("show fsync")).isEqualTo("on");
      assertThat(server.text("show synchronous_commit")).isEqualTo("on");
      assertThat(server.text("show full_page_writes")).isEqualTo("on");
      assertThat(server.text("show data_checksums")).isEqualTo("on");
      assertThat(server.text("show listen_addresses")).isEqualTo("127.0.0.1");
      int port = server.postgres.ownerUrl().port();
      assertThat(Files.readString(Path.of("/proc/net/unix"))).doesNotContain(".PGSQL." + port);
      assertThat(server.text("show server_encoding")).isEqualTo("UTF8");
      assertThat(server.text("show timezone")).isEqualTo("UTC");
      assertThat(server.text("select lower('ÄÖ风')")).isEqualTo("äö风");

      DatabaseUrl url = server.postgres.ownerUrl();
      assertThat(stateOfSigningIn(url.as("windrose", "guess"))).isEqualTo("28P01");
      assertThat(stateOfSigningIn(url.as("postgres", ""))).isEqualTo("28000");
      assertThat(stateOfSigningIn(url.as("postgres", url.password()))).isEqualTo("28000");
    }
  }

  @Test
  void nothing_in_the_folder_is_readable_by_others_or_holds_a_password_but_the_secrets()
      throws Exception {
    takeUnpacked();
    try (Opened server = open()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir)))
          .endsWith("---");
      Path secret = dataDir.resolve("secrets/database-owner");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
      for (Path file : List.of(files().settings(), files().access())) {
        assertThat(Files.readString(file)).doesNotContain(server.postgres.ownerUrl().password());
      }
    }
  }

  @Test
  void a_killed_server_is_started_again_on_its_port_and_the_pool_recovers() throws Exception {
    takeUnpacked();
    try (Opened server = open()) {
      server.run("create table kept as select 1 as answer");
      long pid = PidFile.find(files().pidFile()).orElseThrow().pid();
      kill(pid);
      waitUntil(() -> server.postgres.downSince().isPresent());
      waitUntil(() -> server.postgres.downSince().isEmpty());
      assertThat(PidFile.find(files().pidFile()).orElseThrow().pid()).isNotEqualTo(pid);
      assertThat(server.text("select answer::text from kept")).isEqualTo("1");
    }
  }

  @Test
  void a_killed_worker_does_not_end_the_server() throws Exception {
    takeUnpacked();
    try (Opened server = open()) {
      long worker = Long.parseLong(server.text("select pg_backend_pid()::text"));
      kill(worker);
      waitUntil(() -> answers(server));
      assertThat(server.postgres.downSince()).isEmpty();
    }
  }

  @Test
  void ends_the_orphan_of_a_killed_windrose_and_starts() throws Exception {
    takeUnpacked();
    try (ProbeProcess probe = ProbeProcess.start(dataDir)) {
      createTable(probe.awaitReady());
      long orphan = PidFile.find(files().pidFile()).orElseThrow().pid();
      probe.kill();
      assertThat(ProcessTable.find(orphan)).isPresent();
      try (Opened server = open()) {
        assertThat(ProcessTable.find(orphan)).isEmpty();
        assertThat(server.text("select answer::text from kept")).isEqualTo("7");
      }
    }
    assertThat(progress).contains("stopping the database server that the last run left behind");
  }

  @Test
  void starts_after_windrose_and_every_server_process_were_killed() throws Exception {
    takeUnpacked();
    try (ProbeProcess probe = ProbeProcess.start(dataDir)) {
      createTable(probe.awaitReady());
      probe.kill();
      for (ProcessTable.Entry process : new ServerProcesses(files()).list()) {
        kill(process.pid());
      }
      try (Opened server = open()) {
        assertThat(server.text("select answer::text from kept")).isEqualTo("7");
      }
    }
  }

  @Test
  void starts_over_a_process_file_that_names_nobody_or_somebody_else() throws Exception {
    takeUnpacked();
    open().close();
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      for (String claim :
          List.of(
              "4194303",
              Long.toString(other.pid()),
              Long.toString(ProcessHandle.current().pid()),
              "1",
              "rubbish",
              "")) {
        Files.writeString(
            files().pidFile(),
            claim + "\n" + files().database() + "\n1\n5432\n\n127.0.0.1\n0 0\nready   \n");
        assertThat(EmbeddedPostgres.findRunning(dataDir)).isEmpty();
        try (Opened server = open()) {
          assertThat(server.text("select 'alive'")).isEqualTo("alive");
        }
      }
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void an_interrupted_creation_is_done_again() throws Exception {
    DataFolder.open(dataDir).close();
    Files.createDirectories(dataDir.resolve("unpacking-18.6.0/bin"));
    Files.writeString(dataDir.resolve("unpacking-18.6.0/bin/postgres"), "half");
    Files.createDirectories(dataDir.resolve("database.new-1/base"));
    Files.writeString(dataDir.resolve("database.new-1/PG_VERSION"), "18");
    try (Opened server = open()) {
      assertThat(server.text("select 'alive'")).isEqualTo("alive");
    }
    assertThat(dataDir.resolve("unpacking-18.6.0")).doesNotExist();
    assertThat(dataDir.resolve("database.new-1")).doesNotExist();
  }

  @Test
  void starts_after_being_killed_at_any_moment_of_its_first_start() throws Exception {
    for (String moment : List.of("progress unpacking", "progress creating", "progress starting")) {
      try (ProbeProcess probe = ProbeProcess.start(dataDir)) {
        probe.await(moment, "ready");
        probe.kill();
      }
    }
    try (Opened server = open()) {
      assertThat(server.text("select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void a_second_windrose_on_the_folder_is_refused_with_folder_and_process() throws Exception {
    takeUnpacked();
    try (Opened server = open()) {
      String line =
          "The data folder "
              + dataDir
              + " is in use by a running Windrose (process "
              + ProcessHandle.current().pid()
              + ")";
      assertThatThrownBy(() -> DataFolder.open(dataDir))
          .isInstanceOf(StartRefused.class)
          .hasMessageStartingWith(line);
      try (ProbeProcess other = ProbeProcess.start(dataDir)) {
        assertThat(other.await("refused", "ready")).startsWith("refused " + line);
      }
      try (ProbeProcess other = ProbeProcess.start(dataDir)) {
        assertThat(other.await("refused", "ready"))
            .startsWith("refused "); // the lock survives being asked
      }
      assertThat(server.text("select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void command_line_tools_find_the_running_server() throws Exception {
    assertThat(EmbeddedPostgres.findRunning(dataDir)).isEmpty();
    try (Opened server = open()) {
      assertThat(EmbeddedPostgres.findRunning(dataDir)).contains(server.postgres.ownerUrl());
    }
    assertThat(EmbeddedPostgres.findRunning(dataDir)).isEmpty();
  }

  @Test
  void a_lost_secret_is_replaced() throws Exception {
    takeUnpacked();
    String before;
    try (Opened server = open()) {
      before = server.postgres.ownerUrl().password();
    }
    Files.delete(dataDir.resolve("secrets/database-owner"));
    try (Opened server = open()) {
      assertThat(server.postgres.ownerUrl().password()).isNotEqualTo(before);
      assertThat(server.text("select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void a_database_of_another_version_is_refused() throws Exception {
    takeUnpacked();
    open().close();
    Files.writeString(files().database().resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(this::open)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("was written by PostgreSQL 17, this Windrose carries 18");
  }

  @Test
  void a_broken_database_is_refused_with_the_servers_reason() throws Exception {
    takeUnpacked();
    open().close();
    Files.delete(files().database().resolve("global/pg_control"));
    assertThatThrownBy(this::open)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining("control");
  }

  @Test
  void runs_as_a_normal_user() throws Exception {
    assumeThat(OsAccount.currentUserId())
        .as("only root can become another user; otherwise all tests here show it")
        .isZero();
    Path open = Files.createTempDirectory(Path.of("/tmp"), "windrose-nobody-");
    try {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path home = Files.createDirectory(open.resolve("home"));
      Files.setAttribute(home, "unix:uid", 65534);
      Path classes = Files.createDirectory(open.resolve("classes"));
      Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
      dataDir = home.resolve(".windrose");
      String classPath = ProbeProcess.copyOfClassPath(classes);
      for (int start = 0; start < 2; start++) {
        try (ProbeProcess probe = ProbeProcess.startAsNobody(dataDir, classPath)) {
          assertThat(signIn(probe.awaitReady())).isEqualTo("windrose");
          assertThat(Files.getAttribute(files().database(), "unix:uid")).isEqualTo(65534);
        }
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir)))
          .isEqualTo("rwx------");
    } finally {
      ClusterBirth.deleteTree(open);
    }
  }

  private Opened open() {
    DataFolder folder = DataFolder.open(dataDir);
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, progress::add);
      return new Opened(folder, postgres, Database.open(vertx, postgres.ownerUrl(), 1));
    } catch (RuntimeException failed) {
      folder.close();
      throw failed;
    }
  }

  /** Most tests are not about unpacking: they take (as hard links) what an earlier one unpacked. */
  private void takeUnpacked() throws IOException, InterruptedException {
    DataFolder.open(dataDir).close();
    Path unpacked = PostgresBinaries.unpack(shared, line -> {});
    ProbeProcess.linkTree(unpacked, dataDir.resolve(unpacked.getFileName()));
  }

  private ServerFiles files() {
    return new ServerFiles(dataDir, dataDir.resolve("postgres-18.6.0"));
  }

  private record Opened(DataFolder folder, EmbeddedPostgres postgres, Database database)
      implements AutoCloseable {
    void run(String sql) {
      await(database.run(sql));
    }

    String text(String sql) {
      return await(database.run(sql)).iterator().next().getString(0);
    }

    @Override
    public void close() {
      await(database.close());
      postgres.close();
      folder.close();
    }
  }

  private void createTable(DatabaseUrl url) {
    Database database = Database.open(vertx, url, 1);
    await(database.run("create table kept as select 7 as answer"));
    await(database.close());
  }

  private String signIn(DatabaseUrl url) {
    Database database = Database.open(vertx, url, 1);
    try {
      return await(database.run("select current_user::text")).iterator().next().getString(0);
    } finally {
      await(database.close());
    }
  }

  private String stateOfSigningIn(DatabaseUrl url) {
    try {
      return "signed in as " + signIn(url);
    } catch (PgException refused) {
      return refused.getSqlState();
    }
  }

  private static boolean answers(Opened server) {
    try {
      return server.text("select 'alive'").equals("alive");
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private interface Condition {
    boolean holds();
  }

  private static void waitUntil(Condition condition) throws InterruptedException {
    for (int attempt = 0; attempt < 3_000; attempt++) {
      if (condition.holds()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("it did not happen within 30 s");
  }
}
