/**
 * The REST API under {@code /api/v1}: its resources and JSON shapes. Uses domain services, and
 * texts of {@code farol.web.kit}.
 */
@NullMarked
package farol.web.api;

import org.jspecify.annotations.NullMarked;
