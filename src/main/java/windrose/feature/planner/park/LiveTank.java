package windrose.feature.planner.park;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.park.Series;
import windrose.domain.park.Tank;
import windrose.feature.readings.StoredReading;
import windrose.feature.registers.RegisteredSeries;

/**
 * A tank with what its sensors say now in place of what the register says; where a sensor is silent, old or not to be believed, the
 * register's value stands in and is said to be assumed.
 *
 * @param inputs each value with how it was got
 */
public record LiveTank(Tank tank, List<Input> inputs) {
  private static final Duration LEAST_FRESH = Duration.ofMinutes(5);
  private static final int FRESH_INTERVALS = 3;

  public LiveTank {
    inputs = List.copyOf(inputs);
  }

  /**
   * One value.
   *
   * @param value in the field's unit; null when neither sensor nor register says it
   * @param how measured, register or assumed
   * @param series whose reading it is, or whose reading was not taken; empty for none
   * @param why the reading was not taken; empty when it was
   */
  public record Input(
      String field,
      @Nullable Double value,
      String unit,
      String how,
      Optional<String> series,
      Optional<StoredReading> reading,
      String why,
      ModelNote sentence) {}

  private enum Field {
    FILL("fill_percent", "level", "%", 0, 100),
    TEMPERATURE("temperature_c", "temperature", "degC", -253, 600),
    PRESSURE("pressure_mpa_g", "pressure", "MPa", -0.1, 100);

    private final String name;
    private final String factor;
    private final String unit;
    private final double least;
    private final double most;

    Field(String name, String factor, String unit, double least, double most) {
      this.name = name;
      this.factor = factor;
      this.unit = unit;
      this.least = least;
      this.most = most;
    }
  }

  /**
   * Puts readings in place of the register's values.
   *
   * @param series of this tank
   * @param newest by the key of the series
   */
  public static LiveTank of(
      Tank tank, List<RegisteredSeries> series, Map<Long, StoredReading> newest, Instant now) {
    List<Input> inputs = new ArrayList<>();
    for (Field field : Field.values()) {
      inputs.add(input(field, tank, series, newest, now));
    }
    return new LiveTank(
        new Tank(
            tank.id(),
            tank.nameZh(),
            tank.nameEn(),
            tank.enterprise(),
            tank.unit(),
            tank.bund(),
            tank.medium(),
            tank.mediumZh(),
            tank.mediumEn(),
            tank.cas(),
            tank.type(),
            tank.volumeM3(),
            tank.diameterM(),
            tank.lengthM(),
            tank.heightM(),
            tank.designPressureMpaG(),
            inputs.get(2).value,
            inputs.get(1).value,
            tank.densityKgPerM3(),
            inputs.get(0).value,
            tank.center()),
        inputs);
  }

  private static Input input(
      Field field,
      Tank tank,
      List<RegisteredSeries> all,
      Map<Long, StoredReading> newest,
      Instant now) {
    Optional<RegisteredSeries> found =
        all.stream()
            .filter(one -> one.isInUse() && one.series().factor().equals(field.factor))
            .findFirst();
    if (found.isEmpty()) {
      return fallback(field, tank, Optional.empty(), Optional.empty(), "no-sensor", now);
    }
    Series series = found.get().series();
    StoredReading reading = newest.get(found.get().key());
    if (reading == null) {
      return fallback(field, tank, Optional.of(series), Optional.empty(), "no-reading", now);
    }
    Double value = inUnit(field, series.unit(), reading.value());
    String why = doubt(field, series, reading, value, now);
    if (value == null || !why.isEmpty()) {
      return fallback(field, tank, Optional.of(series), Optional.of(reading), why, now);
    }
    return new Input(
        field.name,
        value,
        field.unit,
        "measured",
        Optional.of(series.id()),
        Optional.of(reading),
        "",
        new ModelNote(
            "tank-input-measured",
            Weight.CHOICE,
            Map.of(
                "field",
                field.name,
                "value",
                value,
                "unit",
                field.unit,
                "ageS",
                age(reading, now).toSeconds())));
  }

  private static String doubt(
      Field field, Series series, StoredReading reading, @Nullable Double value, Instant now) {
    Duration fresh = Duration.ofSeconds((long) FRESH_INTERVALS * series.intervalS());
    if (age(reading, now).compareTo(fresh.compareTo(LEAST_FRESH) > 0 ? fresh : LEAST_FRESH) > 0) {
      return "stale";
    }
    if (!reading.quality().isValid()) {
      return "bad-quality";
    }
    return value != null && value >= field.least && value <= field.most ? "" : "not-plausible";
  }

  private static Duration age(StoredReading reading, Instant now) {
    Duration age = Duration.between(reading.at(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Null for a unit that says nothing about this field: a level in metres needs a table of the tank that nobody gave us. */
  private static @Nullable Double inUnit(Field field, String unit, double value) {
    return switch (field) {
      case FILL -> unit.equals("%") ? value : null;
      case TEMPERATURE -> unit.equals("degC") ? value : null;
      case PRESSURE ->
          switch (unit) {
            case "MPa" -> value;
            case "kPa" -> value / 1_000;
            default -> null;
          };
    };
  }

  private static Input fallback(
      Field field,
      Tank tank,
      Optional<Series> series,
      Optional<StoredReading> reading,
      String why,
      Instant now) {
    Double registered =
        switch (field) {
          case FILL -> tank.fillPercent();
          case TEMPERATURE -> tank.operatingTemperatureC();
          case PRESSURE -> tank.operatingPressureMpaG();
        };
    String how = registered == null || !why.equals("no-sensor") ? "assumed" : "register";
    String code =
        registered == null
            ? "tank-input-unknown"
            : how.equals("register") ? "tank-input-register" : "tank-input-assumed";
    return new Input(
        field.name,
        registered,
        field.unit,
        how,
        series.map(Series::id),
        reading,
        why,
        new ModelNote(
            code,
            Weight.ASSUMPTION,
            Map.of(
                "field",
                field.name,
                "value",
                registered == null ? "" : registered,
                "unit",
                field.unit,
                "why",
                why,
                "age",
                reading.map(one -> span(age(one, now))).orElse("—"))));
  }

  private static String span(Duration age) {
    return age.toHours() >= 2
        ? String.format(Locale.ROOT, "%d h", age.toHours())
        : String.format(Locale.ROOT, "%d min", age.toMinutes());
  }
}
