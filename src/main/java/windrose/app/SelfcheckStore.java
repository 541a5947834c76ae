package windrose.app;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Map;
import java.util.TreeMap;
import windrose.platform.db.Sql;

/** What the self-check reads from the database's own catalogues. */
final class SelfcheckStore {
  /** The names of the application's login roles, and how many of them are superusers. */
  record ApplicationRoles(String names, long superusers) {}

  Future<Map<String, String>> durability(Sql sql) {
    return sql.run(
            """
            select name, setting from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes')
            """)
        .map(
            rows -> {
              Map<String, String> settings = new TreeMap<>();
              rows.forEach(row -> settings.put(row.getString("name"), row.getString("setting")));
              return settings;
            });
  }

  Future<ApplicationRoles> applicationRoles(Sql sql) {
    return sql.run(
            """
            select coalesce(string_agg(r.rolname, ', ' order by r.rolname), 'none') as names,
              count(*) filter (where r.rolsuper or r.rolcreaterole or r.rolcreatedb) as superusers
            from pg_roles r
            where r.rolcanlogin and r.rolname = current_database() || '_login'
            """)
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new ApplicationRoles(row.getString("names"), row.getLong("superusers"));
            });
  }

  Future<Boolean> journalIsAppendOnly(Sql sql) {
    return sql.run(
            """
            select not (
              has_table_privilege(r.rolname, 'journal', 'update')
              or has_table_privilege(r.rolname, 'journal', 'delete')
              or has_table_privilege(r.rolname, 'journal', 'truncate')) as append_only
            from pg_roles r
            where r.rolname = current_database() || '_login'
            """)
        .map(rows -> rows.size() == 1 && rows.iterator().next().getBoolean("append_only"));
  }

  Future<Boolean> adminMustChange(Sql sql, String park) {
    return sql.run("select must_change from person where park_id = $1 and name = 'admin'", park)
        .map(rows -> rows.size() == 1 && rows.iterator().next().getBoolean("must_change"));
  }
}
