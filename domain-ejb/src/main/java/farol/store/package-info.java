/**
 * SQL without ceremony, for what is not JPA: the intake and the questions of pages. Uses only Java
 * and CDI.
 */
@NullMarked
package farol.store;

import org.jspecify.annotations.NullMarked;
