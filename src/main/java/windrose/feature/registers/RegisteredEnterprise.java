package windrose.feature.registers;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;

/** An enterprise as the register keeps it, with all that the park's files say about it. */
public record RegisteredEnterprise(
    String code,
    String nameZh,
    String nameEn,
    LonLat position,
    Map<String, Object> properties,
    @Nullable Instant retiredAt) {
  public RegisteredEnterprise {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  public boolean isInUse() {
    return retiredAt == null;
  }

  public boolean isShownTo(ViewScope scope) {
    return scope.shows(Layer.ENTERPRISES, code, position);
  }
}
