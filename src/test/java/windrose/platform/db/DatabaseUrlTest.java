package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.platform.work.StartRefused;

class DatabaseUrlTest {
  @Test
  void reads_all_parts() {
    assertThat(DatabaseUrl.parse("postgresql://windrose:secret@db.example:6543/park"))
        .isEqualTo(
            new DatabaseUrl(
                "windrose", "secret", "db.example", 6543, "park", SslMode.DISABLE, null));
  }

  @Test
  void the_port_may_be_left_out() {
    assertThat(DatabaseUrl.parse("postgres://a:b@c/d").port()).isEqualTo(5432);
  }

  @Test
  void percent_encoding_is_undone_and_a_plus_stays_a_plus() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://u%40x:p%3A%2F%25+%E9%A3%8E@h/d%20e");
    assertThat(url.user()).isEqualTo("u@x");
    assertThat(url.password()).isEqualTo("p:/%+风");
    assertThat(url.database()).isEqualTo("d e");
  }

  @Test
  void an_address_of_version_6_stands_in_brackets() {
    assertThat(DatabaseUrl.parse("postgresql://a:b@[::1]:5433/d").host()).isEqualTo("::1");
  }

  @Test
  void tls_is_asked_for_by_sslmode() {
    DatabaseUrl url =
        DatabaseUrl.parse("postgresql://a:b@c/d?sslmode=verify-full&sslrootcert=/etc/ca.pem");
    assertThat(url.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(url.rootCertificate()).isEqualTo("/etc/ca.pem");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://a:b@c/d",
    "postgresql://u%40x:p%3A%2F@[::1]:1/d%20e?sslmode=require",
    "postgresql://a:b@c:5432/d?sslmode=verify-ca&sslrootcert=%2Fx"
  })
  void what_is_written_is_read_back(String text) {
    DatabaseUrl url = DatabaseUrl.parse(text);
    assertThat(DatabaseUrl.parse(url.withPassword())).isEqualTo(url);
  }

  @Test
  void the_password_is_not_shown() {
    assertThat(DatabaseUrl.parse("postgresql://a:topsecret@c/d").toString())
        .isEqualTo("postgresql://a:***@c:5432/d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://a:b@c/d | must start with postgresql://",
        "jdbc:postgresql://c/d | must start with postgresql://",
        "postgresql://host/db | user and password are missing",
        "postgresql://a@c/d | exactly user:password",
        "postgresql://a:@c/d | exactly user:password",
        "postgresql://a:b:topsecret@c/d | exactly user:password",
        "postgresql://a:topse@cret@c/d | write an @ in user or password as %40",
        "postgresql://a:topse/cret@c/d | write special characters",
        "postgresql://a:topsecret%4@c/d | not followed by two hex digits",
        "postgresql://a:%C3topsecret@c/d | not UTF-8",
        "postgresql://a:topsecret@c | end with /database",
        "postgresql://a:topsecret@c:0/d | from 1 to 65535",
        "postgresql://a:topsecret@c:70000/d | from 1 to 65535",
        "postgresql://a:topsecret@c:x/d | from 1 to 65535",
        "postgresql://a:topsecret@c/d?sslmode=on | not one of disable",
        "postgresql://a:topsecret@c/d?ssl=true | only sslmode and sslrootcert",
        "postgresql://a:topsecret@c/d?sslrootcert=/x | sslmode is missing",
        "postgresql://a:topsecret@c/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffff | longer than"
      })
  void a_wrong_url_is_refused_with_what_to_write_and_without_the_password(String text, String why) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageContaining(why)
        .hasMessageNotContaining("topse");
  }
}
