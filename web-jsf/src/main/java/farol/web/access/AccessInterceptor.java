package farol.web.access;

import farol.web.kit.SignedIn;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets through whom {@link AtLeast} lets. */
@AtLeast
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AccessInterceptor {
  @Inject SignedIn signedIn;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    signedIn.require(call.getMethod().getAnnotation(AtLeast.class).value());
    return call.proceed();
  }
}
