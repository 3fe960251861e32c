/** What {@code /health} answers. Uses Java, JDBC and MicroProfile Health. */
@NullMarked
package farol.web.health;

import org.jspecify.annotations.NullMarked;
