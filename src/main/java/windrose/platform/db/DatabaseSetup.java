package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import windrose.platform.work.StartRefused;

/** Makes a database fit for the application: roles, then migrations; the same for an embedded and an external server. */
public final class DatabaseSetup {
  private static final Pattern UNFIT_FOR_A_FILE = Pattern.compile("[^A-Za-z0-9_-]");

  private DatabaseSetup() {}

  /** The name in {@link Secrets} of the password that the application signs in with. */
  public static String secretName(DatabaseUrl owner) {
    return "database-"
        + UNFIT_FOR_A_FILE
            .matcher(Roles.loginOf(owner))
            .replaceAll(letter -> "." + Integer.toHexString(letter.group().charAt(0)));
  }

  /**
   * Works as the owner and gives the URL that the application uses from then on.
   *
   * <p>Fails with {@link StartRefused} when a person has to do something first.
   */
  public static Future<DatabaseUrl> prepare(
      Vertx vertx,
      DatabaseUrl owner,
      String applicationPassword,
      List<Migration> migrations,
      Consumer<String> progress) {
    Database database = Database.open(vertx, owner, 1);
    return new Roles(vertx, owner, applicationPassword)
        .prepare(database)
        .compose(url -> new Migrations(migrations).run(database, progress).map(url))
        .recover(failure -> Future.failedFuture(explain(owner, failure)))
        .eventually(database::close);
  }

  private static Throwable explain(DatabaseUrl owner, Throwable failure) {
    if (failure instanceof PgException answer) {
      String why =
          switch (String.valueOf(answer.getSqlState())) {
            case "28P01" -> "the password of " + owner.user() + " is wrong";
            case "28000" ->
                "the server does not let "
                    + owner.user()
                    + " in ("
                    + answer.getErrorMessage()
                    + ")";
            case "3D000" ->
                "the database does not exist; as administrator run: CREATE DATABASE "
                    + RoleStore.name(owner.database())
                    + " OWNER "
                    + RoleStore.name(owner.user())
                    + ";";
            case "55P03" ->
                "another Windrose has been migrating it for a minute; start again when it is done";
            case "57P03" -> "the server is starting or stopping; try again";
            default -> "";
          };
      return why.isEmpty()
          ? failure
          : new StartRefused("The database " + owner + " cannot be used: " + why + ".", failure);
    }
    if (ConnectionLoss.isPassing(failure)) {
      return new StartRefused(
          "The database "
              + owner
              + " cannot be reached ("
              + failure.getMessage()
              + "); check host, port and that it runs.",
          failure);
    }
    return failure;
  }
}
