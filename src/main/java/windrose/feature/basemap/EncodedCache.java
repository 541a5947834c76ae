package windrose.feature.basemap;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import windrose.domain.access.Area;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;

/**
 * Keeps encoded answers by what they show, so that a hundred browsers with one scope cost one encoding.
 *
 * <p>Holds the most recently used ones up to a limit. Event loop only.
 */
final class EncodedCache {
  private static final int MOST_ENTRIES = 160;

  private final Map<Key, Future<Encoded>> entries =
      new LinkedHashMap<>(MOST_ENTRIES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Future<Encoded>> eldest) {
          return size() > MOST_ENTRIES;
        }
      };

  /** Scopes that differ in nothing that this answer depends on share it. */
  private record Key(String what, Set<Layer> layers, Area area, Set<FieldClass> fields) {}

  Future<Encoded> get(String what, ViewScope scope, Supplier<Future<Encoded>> make) {
    Key key =
        new Key(
            what,
            what.equals(BasemapFeature.SUMMARY) ? scope.layers() : Set.of(),
            scope.area(),
            scope.fields());
    Future<Encoded> known = entries.get(key);
    if (known != null) {
      return known;
    }
    Future<Encoded> made = make.get();
    entries.put(key, made);
    made.onFailure(failed -> entries.remove(key, made));
    return made;
  }

  void clear() {
    entries.clear();
  }
}
