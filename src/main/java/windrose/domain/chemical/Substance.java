package windrose.domain.chemical;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One substance with everything the table knows about it; what it does not know is absent, never zero.
 *
 * <p>None of the values is a legal limit.
 *
 * @param cas its CAS number, the public id
 * @param un the UN number, {@code ergGuide} the guide of the Emergency Response Guidebook
 * @param identity where number, guide and Chinese name come from
 * @param antoineFit what the Antoine constants were fitted to
 * @param standInCas of the pure substance as which a mixture is computed; null for none
 * @param note what the row must not be used for
 */
public record Substance(
    String cas,
    String nameZh,
    String nameEn,
    List<String> synonyms,
    @Nullable String formula,
    @Nullable String un,
    @Nullable String ergGuide,
    Provenance identity,
    @Nullable String antoineFit,
    @Nullable String standInCas,
    @Nullable String note,
    Map<SubstanceValue, Sourced> values) {
  public Substance {
    synonyms = List.copyOf(synonyms);
    Map<SubstanceValue, Sourced> copy = new EnumMap<>(SubstanceValue.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  public Optional<Sourced> find(SubstanceValue value) {
    return Optional.ofNullable(values.get(value));
  }
}
