package windrose.feature.planner.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import windrose.platform.web.Problem;

/**
 * How an ensemble is to be drawn, as a person asked for it; what is null is derived from weather and source, and said.
 *
 * @param caseId which of three assumed sources; null takes the large hole, or the one that is given
 * @param untilS how long puffs are followed; steady members do not ask
 * @param beganSAgo how long the release goes on already
 */
public record EnsembleWish(
    @Nullable Double directionSigmaDeg,
    @Nullable Double speedShare,
    @Nullable Double classShare,
    @Nullable Double rateShare,
    int members,
    int columns,
    int rows,
    @Nullable String caseId,
    long seed,
    double untilS,
    double beganSAgo) {
  private static final int STEADY_MEMBERS = 200;
  private static final int STEADY_SIDE = 250;
  private static final int PUFF_MEMBERS = 30;
  private static final int PUFF_SIDE = 200;
  private static final double HOUR_S = 3_600;

  /** Steady clouds: many and quick. */
  public static EnsembleWish steady(InputPart root) {
    InputPart part = part(root);
    EnsembleWish wish =
        read(part, whole(part, "members", STEADY_MEMBERS, 20, 1_000), STEADY_SIDE, HOUR_S, 0);
    part.refuseOthers();
    return wish;
  }

  /** Puffs in winds that change: few and slow. */
  public static EnsembleWish puffs(InputPart root) {
    InputPart part = part(root);
    double beganSAgo = part.numberOr("began_s_ago", 0, 0, HOUR_S);
    double untilS = part.numberOr("until_s", Math.max(HOUR_S, beganSAgo + 600), 300, 4 * HOUR_S);
    if (untilS < beganSAgo + 60) {
      throw Problem.invalidField(
          part.at("until_s"),
          "'until_s' counts from the begin of the release and must lie at least 60 s after now, from %.0f on."
              .formatted(beganSAgo + 60),
          "计算到（s）从泄漏开始算起，至少应比现在晚 60 s，即不小于 %.0f。".formatted(beganSAgo + 60));
    }
    EnsembleWish wish =
        read(part, whole(part, "members", PUFF_MEMBERS, 20, 50), PUFF_SIDE, untilS, beganSAgo);
    part.refuseOthers();
    return wish;
  }

  private static InputPart part(InputPart root) {
    return root.findPart("ensemble")
        .orElseGet(() -> new InputPart(new io.vertx.core.json.JsonObject(), root.at("ensemble")));
  }

  private static EnsembleWish read(
      InputPart part, int members, int side, double untilS, double beganSAgo) {
    String caseId = part.textOrNull("case");
    return new EnsembleWish(
        part.numberOrNull("direction_sigma_deg", 0, 180),
        part.numberOrNull("speed_share", 0, 2),
        part.numberOrNull("class_share", 0, 0.5),
        part.numberOrNull("rate_share", 0, 3),
        members,
        whole(part, "columns", side, 50, 400),
        whole(part, "rows", side, 50, 400),
        caseId == null ? null : caseId.toLowerCase(Locale.ROOT),
        whole(part, "seed", 1, 0, 1_000_000_000),
        untilS,
        beganSAgo);
  }

  private static int whole(InputPart part, String name, int usual, int least, int most) {
    return (int) Math.rint(part.numberOr(name, usual, least, most));
  }

  /** The source that this ensemble draws from. */
  public SourceReader.Assumed pick(PlannedScenario planned) {
    String wanted = caseId == null ? (planned.isSourceAssumed() ? "large" : "given") : caseId;
    return planned.sources().stream()
        .filter(one -> one.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalidField(
                    "/ensemble/case",
                    "'case' must be one of %s.".formatted(ids(planned)),
                    "假定的泄漏口应为 %s 之一。".formatted(ids(planned))));
  }

  private static String ids(PlannedScenario planned) {
    return String.join(", ", planned.sources().stream().map(SourceReader.Assumed::id).toList());
  }
}
