package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;

/**
 * What the server's catalogue says about our roles, and the statements that change it.
 *
 * <p>PostgreSQL takes no parameters in these statements; names are quoted here and passwords come as verifiers.
 */
final class RoleStore {
  /** What is there and what we may do about it. */
  record Situation(
      String owner,
      String database,
      int serverVersion,
      boolean ownsDatabase,
      boolean mayCreateRoles,
      boolean groupExists,
      boolean loginExists,
      boolean loginInGroup,
      boolean loginIsMighty,
      boolean loginMayConnect,
      boolean publicMayConnect,
      boolean publicMayCreate,
      boolean groupMayUse) {}

  Future<Situation> getSituation(Sql sql, String group, String login) {
    return sql.run(
            """
            select current_user::text as owner,
                   current_database()::text as database,
                   current_setting('server_version_num')::int as server_version,
                   pg_has_role(current_user, d.datdba, 'usage') as owns_database,
                   me.rolcreaterole or me.rolsuper as may_create_roles,
                   g.oid is not null as group_exists,
                   l.oid is not null as login_exists,
                   exists (select from pg_auth_members m where m.roleid = g.oid and m.member = l.oid) as login_in_group,
                   coalesce(l.rolsuper or l.rolcreaterole or l.rolcreatedb or l.rolbypassrls
                            or pg_has_role(l.oid, d.datdba, 'member'), false) as login_is_mighty,
                   coalesce(has_database_privilege(l.oid, d.oid, 'connect'), false) as login_may_connect,
                   has_database_privilege('public', d.oid, 'connect')
                     or has_database_privilege('public', d.oid, 'temporary') as public_may_connect,
                   has_schema_privilege('public', 'public', 'create') as public_may_create,
                   coalesce(has_schema_privilege(g.oid, 'public', 'usage'), false) as group_may_use
            from pg_database d
            join pg_roles me on me.rolname = current_user
            left join pg_roles g on g.rolname = $1
            left join pg_roles l on l.rolname = $2
            where d.datname = current_database()
            """,
            group,
            login)
        .map(rows -> situation(rows.iterator().next()));
  }

  private static Situation situation(Row row) {
    return new Situation(
        row.getString("owner"),
        row.getString("database"),
        row.getInteger("server_version"),
        row.getBoolean("owns_database"),
        row.getBoolean("may_create_roles"),
        row.getBoolean("group_exists"),
        row.getBoolean("login_exists"),
        row.getBoolean("login_in_group"),
        row.getBoolean("login_is_mighty"),
        row.getBoolean("login_may_connect"),
        row.getBoolean("public_may_connect"),
        row.getBoolean("public_may_create"),
        row.getBoolean("group_may_use"));
  }

  Future<Void> createGroup(Tx tx, String group) {
    return tx.runScript("create role " + name(group) + " nologin");
  }

  Future<Void> createLogin(Tx tx, String login, String password) {
    return tx.runScript(
        "create role " + name(login) + " login password " + text(ScramVerifier.of(password)));
  }

  Future<Void> setPassword(Tx tx, String login, String password) {
    return tx.runScript(
        "alter role " + name(login) + " login password " + text(ScramVerifier.of(password)));
  }

  Future<Void> join(Tx tx, String group, String login) {
    return tx.runScript("grant " + name(group) + " to " + name(login));
  }

  Future<Void> closeDatabase(Tx tx, String database) {
    return tx.runScript("revoke all on database " + name(database) + " from public");
  }

  Future<Void> allowConnect(Tx tx, String database, String login) {
    return tx.runScript("grant connect on database " + name(database) + " to " + name(login));
  }

  Future<Void> closeSchema(Tx tx) {
    return tx.runScript("revoke create on schema public from public");
  }

  Future<Void> allowUse(Tx tx, String group) {
    return tx.runScript("grant usage on schema public to " + name(group));
  }

  static String name(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  private static String text(String literal) {
    return "'" + literal.replace("'", "''") + "'";
  }
}
