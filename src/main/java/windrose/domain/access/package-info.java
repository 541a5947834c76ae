/** What a caller may see: the view scope that every list, channel, link and export shares. */
@NullMarked
package windrose.domain.access;

import org.jspecify.annotations.NullMarked;
