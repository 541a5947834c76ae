/** HJ 212 (2005, 2017, 2025): how environmental stations speak, bytes in, records out, without sockets. */
@NullMarked
package windrose.domain.hj212;

import org.jspecify.annotations.NullMarked;
