package farol.web.access;

import farol.domain.account.Role;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An action, of a page or of the API, for members whose role includes this one. The buttons that
 * others do not see are no protection.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE}) // a binding of an interceptor is on its type
public @interface AtLeast {
  /** The least role that may do it. */
  @Nonbinding
  Role value() default Role.OWNER;
}
