package windrose.feature.alarms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which alarms somebody wants to see: those that stood at some time within a stretch; null asks for all. */
record AlarmFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable List<String> states,
    @Nullable UUID before,
    int limit) {}
