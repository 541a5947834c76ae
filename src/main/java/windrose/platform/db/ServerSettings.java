package windrose.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import windrose.platform.work.OffLoop;

/** The embedded server's configuration: durable before fast, reachable from this machine with a password only. */
@OffLoop("the embedded server's start")
final class ServerSettings {
  private ServerSettings() {}

  static void write(ServerFiles files, OsAccount account, int port) throws IOException {
    write(files.settings(), settings(files, port), account);
    write(files.access(), ACCESS, account);
  }

  private static void write(Path file, String text, OsAccount account) throws IOException {
    Files.writeString(file, text);
    account.letRead(file);
  }

  private static final String ACCESS =
      """
      # Written by Windrose at every start.
      # The superuser works in single-user mode only: it has no password and no way in.
      host all %1$s 127.0.0.1/32 reject
      host all all  127.0.0.1/32 scram-sha-256
      """
          .formatted(ClusterBirth.SUPERUSER);

  private static String settings(ServerFiles files, int port) {
    return """
    # Written by Windrose at every start; changes made here are lost.
    data_directory = %s
    hba_file = %s
    cluster_name = %s
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 40
    password_encryption = 'scram-sha-256'

    # an acknowledged reading survives a power cut
    fsync = on
    synchronous_commit = on
    full_page_writes = on

    # modest memory; dynamic shared memory in files, since a container's /dev/shm is small
    # and systemd clears a normal user's segments at sign-out
    shared_buffers = '128MB'
    work_mem = '8MB'
    maintenance_work_mem = '64MB'
    dynamic_shared_memory_type = 'mmap'
    max_wal_senders = 4
    max_replication_slots = 4
    max_wal_size = '1GB'
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    datestyle = 'iso, ymd'
    lc_messages = 'C'
    restart_after_crash = on

    # one file per weekday, overwritten a week later
    logging_collector = on
    log_directory = %s
    log_filename = 'postgres-%%a.log'
    log_rotation_age = '1d'
    log_rotation_size = 0
    log_truncate_on_rotation = on
    log_file_mode = 0600
    log_line_prefix = '%%m [%%p] %%u@%%d '
    log_min_duration_statement = '2s'
    log_checkpoints = off
    """
        .formatted(
            quote(files.database().toString()),
            quote(files.access().toString()),
            quote(files.clusterName()),
            port,
            quote(files.logFolder().toString()));
  }

  private static String quote(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
