package windrose.feature.ingest;

import windrose.domain.measure.Reading;
import windrose.feature.registers.RegisteredSeries;

/** A reading passed all checks; announced on its way to the disk, since alarms must not wait for it. */
public record ReadingAccepted(RegisteredSeries series, Reading reading) {}
