package farol.web.kit;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leads to a page that explains it when somebody acts on a page whose session has ended, or does
 * what the person's role does not allow. The error pages of web.xml would not do: the server looks
 * at the status, 500, before it looks at the cause.
 */
final class RefusalHandler extends ExceptionHandlerWrapper {
  RefusalHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Optional<String> page = Optional.empty();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Optional<String> own = pageOf(events.next().getContext().getException());
      if (own.isPresent()) {
        events.remove();
        page = own;
      }
    }
    page.ifPresent(Outcome::redirect);
    super.handle();
  }

  private static Optional<String> pageOf(Throwable failure) {
    if (failure instanceof ViewExpiredException) {
      return Optional.of("/errors/expired");
    }
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(NotAllowedException.class::isInstance)
        ? Optional.of("/errors/forbidden")
        : Optional.empty();
  }
}
