/** The small steps that every reading takes between its decoding and its announcement. */
@NullMarked
package windrose.feature.ingest.steps;

import org.jspecify.annotations.NullMarked;
