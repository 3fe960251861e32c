/** The REST API under {@code /api/v1}: its resources and JSON shapes. Uses domain services. */
@NullMarked
package farol.web.api;

import org.jspecify.annotations.NullMarked;
