package windrose.feature.ingest.hj212;

import java.util.List;
import windrose.domain.hj212.Header;
import windrose.domain.hj212.QnRtn;
import windrose.feature.ingest.UnknownDevices;
import windrose.feature.ingest.WhyUnknown;
import windrose.feature.ingest.hj212.settings.Hj212Settings;

/** Decides for each frame whether its device may speak: a registered number, an allowed address, the right password. */
final class Admission {
  static final String CHANNEL = "hj212";

  private final Hj212Settings settings;
  private final UnknownDevices unknownDevices;

  Admission(Hj212Settings settings, UnknownDevices unknownDevices) {
    this.settings = settings;
    this.unknownDevices = unknownDevices;
  }

  sealed interface Verdict {
    record Admitted(String station) implements Verdict {}

    /** {@code reason} for counters, {@code detail} for people, {@code answer} for the device. */
    record Refused(QnRtn answer, String reason, String detail) implements Verdict {}
  }

  Verdict check(Header header, String address) {
    String mn = header.mn();
    if (mn == null || mn.isEmpty()) {
      return new Verdict.Refused(QnRtn.DEVICE, "mn", "the frame has no device number (MN)");
    }
    List<String> stations = settings.listStationsOf(mn);
    if (stations.isEmpty()) {
      unknownDevices.note(
          CHANNEL, mn, address, WhyUnknown.NO_NUMBER, "no station has this number (MN)");
      return new Verdict.Refused(QnRtn.DEVICE, "mn", "no station has the number (MN) " + mn);
    }
    if (stations.size() > 1) {
      return new Verdict.Refused(
          QnRtn.DEVICE,
          "mn",
          "more than one station has the number (MN) %s: %s".formatted(mn, stations));
    }
    String station = stations.get(0);
    if (!settings.isAllowedFrom(station, address)) {
      return new Verdict.Refused(
          QnRtn.REFUSED, "source", "%s may not come from %s".formatted(station, address));
    }
    String password = header.pw();
    if (password == null || !settings.passwordMatches(station, password)) {
      return new Verdict.Refused(
          QnRtn.PASSWORD,
          "password",
          "the password (PW) of %s is not the one set".formatted(station));
    }
    return new Verdict.Admitted(station);
  }

  /** Whether an answer goes to somebody who could have proved himself, without noting anybody. */
  boolean mayBeAnswered(Header header, String address) {
    String mn = header.mn();
    return mn != null
        && !settings.listStationsOf(mn).isEmpty()
        && check(header, address) instanceof Verdict.Admitted;
  }
}
