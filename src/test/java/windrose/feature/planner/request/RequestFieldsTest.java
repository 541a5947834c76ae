package windrose.feature.planner.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "weather.windMps, /weather/wind_mps",
    "atmosphere.temperatureK, /weather/temperature_c",
    "source.opening.diameterM, /source/hole_mm",
    "source.opening.pipeLengthM, /source/pipe_length_m",
    "source.vessel.diameterM, /source/diameter_m",
    "source.rateKgPerS, /source/rate_kg_s",
    "substance.lel_vol_percent, /substance/lel_vol_percent",
  })
  void a_model_s_field_is_named_as_the_request_has_it(String modelField, String pointer) {
    assertThat(RequestFields.pointerOf(modelField)).isEqualTo(pointer);
  }
}
