package farol.ingest.report;

import static java.lang.System.Logger.Level.DEBUG;

import farol.ingest.limit.BodiesInFlight;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A request that is answered later, by whichever thread has the answer first: once, whatever else
 * happens meanwhile.
 */
final class Exchange implements AsyncListener {
  private static final System.Logger LOGGER = System.getLogger(Exchange.class.getName());

  private final AsyncContext context;
  private final BodiesInFlight.Place place;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile Supplier<Reply> whenLate = Replies::tooSlow;

  Exchange(AsyncContext context, BodiesInFlight.Place place) {
    this.context = context;
    this.place = place;
    context.addListener(this);
  }

  /** The body is here: from now on it is not the sender who is late. */
  void received() {
    whenLate = Replies::storageUnavailable;
  }

  void answer(Reply reply) {
    if (!answered.compareAndSet(false, true)) {
      return;
    }
    try {
      reply.writeTo((HttpServletResponse) context.getResponse());
    } catch (IOException gone) {
      LOGGER.log(DEBUG, "a sender did not wait for its answer", gone);
    } finally {
      place.close();
      context.complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    answer(whenLate.get());
  }

  @Override
  public void onError(AsyncEvent event) {
    answer(Replies.unreadable());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    place.close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
