/** HTTP: a table of routes that each declare what they need, one funnel for errors, nothing reachable by default. */
@NullMarked
package windrose.platform.web;

import org.jspecify.annotations.NullMarked;
