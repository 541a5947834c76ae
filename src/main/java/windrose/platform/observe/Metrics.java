package windrose.platform.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import windrose.platform.web.Answer;
import windrose.platform.web.Route;

/** The counters and gauges of the process, readable by Prometheus at {@code GET /metrics}. */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** A counter with pairs of tag name and value. */
  public Counter counter(String name, String what, String... tags) {
    return Counter.builder(name).description(what).tags(tags).register(registry);
  }

  public void gauge(String name, String what, Supplier<Number> value) {
    Gauge.builder(name, value).description(what).register(registry);
  }

  public Route route() {
    return Route.get("/metrics")
        .needsNothing("a scraper has no session; it holds counts, no names and no values")
        .says("Counters and gauges in Prometheus format")
        .answers(
            request ->
                Future.succeededFuture(
                    Answer.of(
                        "text/plain; version=0.0.4; charset=utf-8",
                        Buffer.buffer(registry.scrape()))));
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
