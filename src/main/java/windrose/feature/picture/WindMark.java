package windrose.feature.picture;

import java.time.Instant;

/** The wind of the mast that spoke last: degrees it comes from, speed, and when it was measured. */
record WindMark(double fromDeg, double speedMps, Instant at, boolean isStale) {}
