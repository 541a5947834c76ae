package windrose.app;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import windrose.feature.journal.JournalFeature;
import windrose.platform.db.Database;
import windrose.platform.work.OffLoop;

/** Looks at an installation the way an assessor would: settings, files, rights in the database, the journal's chain. */
@OffLoop("main thread of a command")
final class Selfcheck {
  private final AppConfig config;
  private final SelfcheckStore store = new SelfcheckStore();

  Selfcheck(AppConfig config) {
    this.config = config;
  }

  List<SelfcheckItem> run(Console console) {
    List<SelfcheckItem> items = new ArrayList<>(settings());
    items.addAll(
        Toolbox.withDatabase(config, console, (vertx, database) -> insideDatabase(database)));
    items.add(dataFolder());
    return items;
  }

  private List<SelfcheckItem> settings() {
    boolean local = Set.of("127.0.0.1", "localhost", "::1").contains(config.listeners().host());
    boolean tls = config.listeners().tls().isPresent();
    return List.of(
        SelfcheckItem.of(
            local || tls || config.outside().publicUrl().isPresent(),
            "what leaves this machine is encrypted",
            local ? "listens on this machine only" : tls ? "TLS is on" : "no TLS, no proxy named"),
        SelfcheckItem.of(
            config.adminPassword().isEmpty(),
            "no password stands in the settings",
            config.adminPassword().isEmpty()
                ? "WINDROSE_ADMIN_PASSWORD is empty"
                : "remove WINDROSE_ADMIN_PASSWORD after the first start"),
        SelfcheckItem.manual(
            "the newest journal hash is kept somewhere else", "windrose verify proves the rest"));
  }

  private SelfcheckItem dataFolder() {
    Path folder = config.dataDir();
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
      boolean closed =
          !rights.contains(PosixFilePermission.OTHERS_READ)
              && !rights.contains(PosixFilePermission.OTHERS_EXECUTE)
              && !rights.contains(PosixFilePermission.GROUP_READ);
      return SelfcheckItem.of(
          closed,
          "only its user can read the data folder",
          folder + " " + PosixFilePermissions.toString(rights));
    } catch (IOException unreadable) {
      return SelfcheckItem.of(
          false, "only its user can read the data folder", String.valueOf(unreadable.getMessage()));
    }
  }

  private Future<List<SelfcheckItem>> insideDatabase(Database database) {
    List<SelfcheckItem> items = new ArrayList<>();
    return store
        .durability(database)
        .onSuccess(
            settings ->
                settings.forEach(
                    (name, value) ->
                        items.add(
                            SelfcheckItem.of(
                                value.equals("on"), "the database's " + name + " is on", value))))
        .compose(done -> store.applicationRoles(database))
        .onSuccess(
            roles ->
                items.add(
                    SelfcheckItem.of(
                        roles.superusers() == 0,
                        "the application's role is no superuser",
                        roles.names())))
        .compose(done -> store.journalIsAppendOnly(database))
        .onSuccess(
            appendOnly ->
                items.add(
                    SelfcheckItem.of(
                        appendOnly,
                        "the application can neither change nor delete the journal",
                        "rights of windrose_app on table journal")))
        .compose(done -> store.adminMustChange(database, config.parkId()))
        .onSuccess(
            mustChange ->
                items.add(
                    SelfcheckItem.of(
                        !mustChange,
                        "admin has chosen an own password",
                        mustChange ? "still the first random one" : "changed or given")))
        .compose(done -> new JournalFeature(database, config.parkId(), Clock.systemUTC()).verify())
        .map(
            report -> {
              items.add(
                  SelfcheckItem.of(
                      report.fault().isEmpty(),
                      "the journal's chain is intact",
                      report.fault().orElse(report.intactUpTo() + " entries")));
              return items;
            });
  }
}
