package farol.web.kit;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/**
 * Leads to a page that explains it when somebody acts on a page whose session has ended. The error
 * pages of web.xml would not do: the server looks at the status, 500, before it looks at the cause.
 */
final class ExpiredViewHandler extends ExceptionHandlerWrapper {
  ExpiredViewHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    boolean expired = false;
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      if (events.next().getContext().getException() instanceof ViewExpiredException) {
        events.remove();
        expired = true;
      }
    }
    if (expired) {
      Outcome.redirect("/errors/expired");
    }
    super.handle();
  }
}
