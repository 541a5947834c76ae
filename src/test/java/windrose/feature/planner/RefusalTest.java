package windrose.feature.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelRefused;
import windrose.platform.web.Problem;

class RefusalTest {
  @Test
  void a_refusal_of_a_model_points_at_its_field_in_both_languages() {
    ModelRefused refused = ModelRefused.outside("weather.windMps", "风速", 60, 0.1, 50, "m/s");
    JsonObject problem = ((Problem) PlannerFeature.explained(refused)).toJson();
    assertThat(problem.getString("detail")).isEqualTo(refused.getMessage());
    assertThat(problem.getString("detail_zh")).isEqualTo("风速应在 0.1 至 50 m/s 之间，现为 60。");
    assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/weather/wind_mps");
  }
}
