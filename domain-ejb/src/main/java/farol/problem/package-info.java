/** The one form in which every HTTP interface of Farol says no. Uses only Java. */
@NullMarked
package farol.problem;

import org.jspecify.annotations.NullMarked;
