package windrose.feature.ingest.hj212.settings;

import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Statistic;

/**
 * What somebody decided about one value of one factor of one station.
 *
 * @param sensor the series it becomes; null: it is left out on purpose
 * @param unit the unit in which the station sends it; null: the series' own
 * @param rangeLow below it a value is marked out of range, in the series' unit
 */
record FactorOverride(
    String station,
    String factor,
    Period period,
    Statistic statistic,
    @Nullable String sensor,
    @Nullable String unit,
    @Nullable Double rangeLow,
    @Nullable Double rangeHigh) {}
