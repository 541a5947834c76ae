package windrose.feature.registers;

import windrose.feature.people.Visitor;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;

/** Which series an address means: {@code /series/:station/:sensor}, with {@code ?statistic=} where its id has three parts. */
public final class SeriesAddress {
  private SeriesAddress() {}

  public static RegisteredSeries get(RegistersFeature registers, Request request) {
    String id =
        request.path("station")
            + "/"
            + request.path("sensor")
            + request.query("statistic").map(statistic -> "/" + statistic).orElse("");
    return registers
        .findSeries(id)
        .filter(one -> registers.shows(Visitor.of(request).scope(), one))
        .orElseThrow(() -> Problem.notFound("There is no series '%s'.".formatted(id)));
  }
}
