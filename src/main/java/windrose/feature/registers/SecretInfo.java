package windrose.feature.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a station has a secret; never the secret.
 *
 * @param given it was fixed by a maker and typed in, not made by us
 * @param weak it is too short for anything but HJ 212
 */
record SecretInfo(
    String station,
    Instant issuedAt,
    String issuedBy,
    boolean given,
    boolean weak,
    @Nullable String note) {}
