/** The substance cards, and who of the medical profession has signed them. */
@NullMarked
package windrose.feature.cards;

import org.jspecify.annotations.NullMarked;
