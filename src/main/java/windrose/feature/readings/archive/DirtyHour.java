package windrose.feature.readings.archive;

/** A closed hour of a series that changed after its roll-ups were made. */
record DirtyHour(long series, long hourUs) {}
