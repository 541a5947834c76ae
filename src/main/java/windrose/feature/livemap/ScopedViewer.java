package windrose.feature.livemap;

import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.live.Viewer;

/** A view scope as the live channel asks it; two callers with the same scope share one channel. */
record ScopedViewer(ViewScope scope, RegistersFeature registers) implements Viewer {
  private static final String ALARMS = Layer.ALARMS.code();

  @Override
  public boolean sees(String layer, Object tag) {
    if (tag instanceof RegisteredSeries series) {
      Layer shown = layer.equals(ALARMS) ? Layer.ALARMS : Layer.READINGS;
      return scope.shows(shown) && registers.shows(scope, series);
    }
    return Layer.find(layer).map(scope::shows).orElse(false);
  }
}
