package windrose.feature.tickets;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.upkeep.SilenceRule.Dead;
import windrose.domain.upkeep.StationPulse;
import windrose.domain.upkeep.Ticket;
import windrose.domain.upkeep.TicketState;
import windrose.feature.stations.StationsFeature;

/**
 * Opens a ticket for equipment that falls silent, once, and notes when it is heard again.
 *
 * <p>A dead gateway gets one ticket for itself; those of stations that fell silent with it a moment earlier are merged into it.
 * What cannot be written now (the database is away) is tried again at the next round: nothing is remembered but the tickets.
 */
final class SilenceWatch {
  static final String SILENT = "silent";
  static final String GATEWAY_SILENT = "gateway_silent";
  static final String WINDROSE = "windrose";
  private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

  /** Heard for so long without a pause is repaired, and not a last gasp. */
  private static final Duration STEADY = Duration.ofSeconds(60);

  /** Repaired for so long and taken by nobody closes itself. */
  private static final Duration CLOSES_ITSELF = Duration.ofHours(24);

  private final StationsFeature stations;
  private final TicketDesk desk;
  private final Clock clock;
  private Map<String, List<String>> behind = Map.of();
  private boolean running;

  SilenceWatch(StationsFeature stations, TicketDesk desk, Clock clock) {
    this.stations = stations;
    this.desk = desk;
    this.clock = clock;
  }

  /** The stations that are silent behind a dead gateway, as of the last round. */
  List<String> behind(String gateway) {
    return behind.getOrDefault(gateway, List.of());
  }

  /** One round; while one runs, another does nothing. */
  Future<Void> round() {
    if (running) {
      return Future.succeededFuture();
    }
    running = true;
    Instant now = clock.instant();
    List<StationPulse> pulses = stations.listPulses();
    List<Dead> dead = stations.rule().judge(pulses, stations.listeningSince(), now);
    Map<String, List<String>> newBehind = new HashMap<>();
    dead.stream().filter(Dead::gateway).forEach(one -> newBehind.put(one.code(), one.behind()));
    behind = newBehind;
    List<Future<Ticket>> changes = new ArrayList<>();
    dead.forEach(one -> notice(one, changes));
    recover(pulses, dead, now, changes);
    closeOld(now, changes);
    return Future.join(changes)
        .<Void>mapEmpty()
        .onComplete(
            done -> {
              running = false;
              if (done.failed()) {
                log.warn("tickets wait for the next round: {}", String.valueOf(done.cause()));
              }
            })
        .otherwiseEmpty();
  }

  private void notice(Dead one, List<Future<Ticket>> changes) {
    String cause = one.gateway() ? GATEWAY_SILENT : SILENT;
    Optional<Ticket> known = desk.findActive(one.code(), cause);
    if (known.isEmpty()) {
      changes.add(desk.open(one.code(), cause, null, null, WINDROSE, one.since()));
      if (one.gateway()) {
        merge(one, changes);
      }
    } else if (known.get().state() == TicketState.REPAIRED) {
      changes.add(
          desk.step(
              known.get().id(), "relapsed", WINDROSE, null, old -> old.relapsed(one.since())));
    }
  }

  private void merge(Dead gateway, List<Future<Ticket>> changes) {
    Instant since = gateway.since();
    for (String code : gateway.behind()) {
      desk.findActive(code, SILENT)
          .filter(one -> one.state() == TicketState.OPEN)
          .filter(one -> since != null && one.openedAt().isAfter(since))
          .ifPresent(
              one ->
                  changes.add(
                      desk.step(
                          one.id(),
                          "merged",
                          WINDROSE,
                          gateway.code(),
                          old ->
                              old.closed(
                                  WINDROSE,
                                  clock.instant(),
                                  "merged: gateway " + gateway.code()))));
    }
  }

  private void recover(
      List<StationPulse> pulses, List<Dead> dead, Instant now, List<Future<Ticket>> changes) {
    Set<String> stillDead = new HashSet<>();
    dead.forEach(one -> stillDead.add((one.gateway() ? GATEWAY_SILENT : SILENT) + one.code()));
    for (Ticket ticket : desk.listActive()) {
      boolean silence = ticket.cause().equals(SILENT) || ticket.cause().equals(GATEWAY_SILENT);
      boolean waits =
          ticket.state() == TicketState.OPEN || ticket.state() == TicketState.ACKNOWLEDGED;
      if (silence && waits && !stillDead.contains(ticket.cause() + ticket.station())) {
        heardAgain(ticket, pulses, now)
            .ifPresent(
                at ->
                    changes.add(
                        desk.step(
                            ticket.id(),
                            "repaired",
                            WINDROSE,
                            null,
                            old -> old.repaired(WINDROSE, at))));
      }
    }
  }

  /** Since when it has been heard steadily after it fell silent; a restart of ours is no recovery. */
  private static Optional<Instant> heardAgain(
      Ticket ticket, List<StationPulse> pulses, Instant now) {
    Instant down = ticket.downSince();
    boolean gateway = ticket.cause().equals(GATEWAY_SILENT);
    return pulses.stream()
        .filter(
            one ->
                gateway
                    ? ticket.station().equals(one.gateway())
                    : ticket.station().equals(one.station()))
        .map(StationPulse::heardSince)
        .flatMap(since -> Optional.ofNullable(since).stream())
        .filter(since -> down == null || since.isAfter(down))
        .filter(since -> !since.plus(STEADY).isAfter(now))
        .min(Instant::compareTo);
  }

  private void closeOld(Instant now, List<Future<Ticket>> changes) {
    for (Ticket ticket : desk.listActive()) {
      Instant repaired = ticket.repairedAt();
      if (ticket.state() == TicketState.REPAIRED
          && ticket.assignee() == null
          && WINDROSE.equals(ticket.openedBy())
          && repaired != null
          && repaired.plus(CLOSES_ITSELF).isBefore(now)) {
        changes.add(
            desk.step(
                ticket.id(),
                "closed",
                WINDROSE,
                null,
                old -> old.closed(WINDROSE, now, "recovered by itself / 自行恢复")));
      }
    }
  }
}
