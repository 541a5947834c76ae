/** PostgreSQL: the embedded server, the pool, migrations and batched writes. */
@NullMarked
package windrose.platform.db;

import org.jspecify.annotations.NullMarked;
