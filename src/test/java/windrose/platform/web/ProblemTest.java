package windrose.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void a_sentence_in_chinese_stands_beside_the_english_one_in_the_problem_and_its_field() {
    JsonObject json = Problem.invalidField("/s", "'s' is needed.", "请给出时刻。").toJson();
    assertThat(json.getString("detail")).isEqualTo("'s' is needed.");
    assertThat(json.getString("detail_zh")).isEqualTo("请给出时刻。");
    assertThat(json.getJsonArray("errors").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("pointer", "/s")
                .put("detail", "'s' is needed.")
                .put("detail_zh", "请给出时刻。"));
  }

  @Test
  void a_problem_without_a_chinese_sentence_has_no_such_member() {
    JsonObject json = Problem.invalidField("/s", "'s' is needed.").toJson();
    assertThat(json.containsKey("detail_zh")).isFalse();
    assertThat(json.getJsonArray("errors").getJsonObject(0).containsKey("detail_zh")).isFalse();
  }

  @Test
  void the_chinese_sentence_and_the_time_of_another_try_do_not_lose_each_other() {
    Problem oneWay = Problem.busy("Later.").inChinese("请稍后再试。").retryAfter(5);
    Problem otherWay = Problem.busy("Later.").retryAfter(5).inChinese("请稍后再试。");
    assertThat(oneWay.retryAfterS()).isEqualTo(5);
    assertThat(otherWay.retryAfterS()).isEqualTo(5);
    assertThat(oneWay.toJson()).isEqualTo(otherWay.toJson());
    assertThat(oneWay.toJson().getString("detail_zh")).isEqualTo("请稍后再试。");
  }
}
