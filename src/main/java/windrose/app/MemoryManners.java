package windrose.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Makes an idle JVM give memory back: by default it keeps a heap sized for a machine that it has to itself.
 *
 * <p>These are the few flags that HotSpot lets a running program change; another JVM, or another collector, stays as it is.
 */
final class MemoryManners {
  private static final Map<String, String> FLAGS =
      Map.of(
          "G1PeriodicGCInterval", "15000",
          "MinHeapFreeRatio", "10",
          "MaxHeapFreeRatio", "25");

  private MemoryManners() {}

  static void apply() {
    HotSpotDiagnosticMXBean flags =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (flags == null) {
      return;
    }
    FLAGS.forEach(
        (name, value) -> {
          try {
            flags.setVMOption(name, value);
          } catch (IllegalArgumentException notThisCollector) {
            // the JVM keeps its own manners
          }
        });
  }
}
