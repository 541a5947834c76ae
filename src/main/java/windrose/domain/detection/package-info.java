/** Gas detection: at which values a detector warns, and how much ground it covers (GB/T 50493). */
@NullMarked
package windrose.domain.detection;

import org.jspecify.annotations.NullMarked;
