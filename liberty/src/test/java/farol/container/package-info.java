/**
 * Tests inside the server: the real archive, with these classes beside it, deployed by Arquillian
 * in the server of the distribution, on a real database.
 */
@NullMarked
package farol.container;

import org.jspecify.annotations.NullMarked;
