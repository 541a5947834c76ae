package windrose.feature.journal;

import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param intactUpTo the last entry that is as it was written
 * @param fault what is wrong behind it; empty when nothing is
 */
public record ChainReport(long intactUpTo, Optional<String> fault) {}
