package farol.web.access;

import farol.web.kit.SignedIn;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets operators through to what is {@link ForOperators}. */
@ForOperators
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class OperatorInterceptor {
  @Inject SignedIn signedIn;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    signedIn.requireOperator();
    return call.proceed();
  }
}
