/** What {@code /health} answers. Uses {@code farol.intake}, JDBC and MicroProfile Health. */
@NullMarked
package farol.web.health;

import org.jspecify.annotations.NullMarked;
