package windrose.domain.park;

import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;

/** A storage tank with what is in it; pressures are gauge, null means that the register does not say. */
public record Tank(
    String id,
    String nameZh,
    String nameEn,
    @Nullable String enterprise,
    @Nullable String unit,
    @Nullable String bund,
    String medium,
    String mediumZh,
    String mediumEn,
    @Nullable String cas,
    String type,
    double volumeM3,
    @Nullable Double diameterM,
    @Nullable Double lengthM,
    @Nullable Double heightM,
    @Nullable Double designPressureMpaG,
    @Nullable Double operatingPressureMpaG,
    @Nullable Double operatingTemperatureC,
    @Nullable Double densityKgPerM3,
    @Nullable Double fillPercent,
    LonLat center) {}
