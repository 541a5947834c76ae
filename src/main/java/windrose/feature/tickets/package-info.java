/** O&M tickets (运维工单): equipment that fails opens one by itself, people open, take and close them, repairs are timed. */
@NullMarked
package windrose.feature.tickets;

import org.jspecify.annotations.NullMarked;
