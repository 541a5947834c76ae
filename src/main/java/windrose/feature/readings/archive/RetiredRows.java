package windrose.feature.readings.archive;

/** How much one step of retention forgot. */
record RetiredRows(int rows, long readings) {}
