package windrose.platform.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that may block, because it runs before the event loop starts, after it stops, or on {@link HeavyWork}.
 *
 * <p>The architecture tests let only marked classes touch files, processes, sleeps and waits.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OffLoop {
  /** Who calls it, and on which thread. */
  String value();
}
