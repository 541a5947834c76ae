package windrose.platform.db;

import java.util.List;

/** Items that are written by one statement, and their place in the order of batches. */
record Batch<T>(long number, List<BatchItem<T>> items) {}
