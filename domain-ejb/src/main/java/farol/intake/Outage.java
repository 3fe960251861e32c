package farol.intake;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.report.IntakeFullException;
import farol.store.DatabaseException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database is known to be away or too slow. It begins with the first report or token
 * that the database did not deal with in time; from then on nobody waits for the database but the
 * drain of the spool, which ends it.
 */
@ApplicationScoped
public class Outage {
  private static final System.Logger LOGGER = System.getLogger(Outage.class.getName());

  private final AtomicBoolean on = new AtomicBoolean();

  public boolean isOn() {
    return on.get();
  }

  /** Begins it, unless it is on. */
  public void begin(String occasion, Throwable failure) {
    if (on.compareAndSet(false, true)) {
      LOGGER.log(WARNING, () -> "reports go to the spool: " + occasion + ": " + cause(failure));
    }
  }

  public void end() {
    on.set(false);
  }

  /** Whether a failure is the database's trouble, and no fault of the report that met it. */
  public static boolean explains(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof TimeoutException
        || cause instanceof IntakeFullException
        || (cause instanceof DatabaseException refused && !refused.isAboutValues());
  }

  /** What is behind the wrappings of another thread or of the container. */
  public static Throwable cause(Throwable failure) {
    boolean wrapped =
        failure instanceof CompletionException
            || failure instanceof ExecutionException
            || failure instanceof EJBException;
    @Nullable Throwable inner = failure.getCause();
    return wrapped && inner != null ? cause(inner) : failure;
  }
}
