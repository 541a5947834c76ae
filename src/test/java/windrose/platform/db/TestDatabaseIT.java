package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {
  @Test
  void two_fresh_databases_do_not_see_each_other() {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase one = TestDatabase.fresh();
        TestDatabase two = TestDatabase.fresh()) {
      Database first = one.open(vertx, 2);
      Database second = two.open(vertx, 2);
      await(first.run("insert into journal_head values ('a', 1, '\\x00')"));
      assertThat(await(first.run("select * from journal_head")).size()).isEqualTo(1);
      assertThat(await(second.run("select * from journal_head")).size()).isZero();
      await(first.close());
      await(second.close());
    } finally {
      await(vertx.close());
    }
  }
}
