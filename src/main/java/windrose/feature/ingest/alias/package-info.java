/** What boxes call their sensors, and how their figures become the unit of a series: mended by people on the page. */
@NullMarked
package windrose.feature.ingest.alias;

import org.jspecify.annotations.NullMarked;
