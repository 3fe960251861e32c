package farol.domain.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does something. The edge says so for the thread in which it serves a request ({@link
 * #begin}); a thread for which nobody said so, as those of jobs, acts for Farol itself.
 *
 * @param name of the user, as the registry has it; of a token, {@code token NAME}
 * @param address the network address from where; null where it was no request
 */
public record Actor(String name, @Nullable String address) {
  /** Jobs, and what else happens without a person. */
  public static final Actor FAROL = new Actor("Farol", null);

  private static final ThreadLocal<Actor> CURRENT = ThreadLocal.withInitial(() -> FAROL);

  public Actor {
    Objects.requireNonNull(name, "name");
  }

  /** A thread's time as an actor; closing it gives the thread back as it was. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Whom this thread acts for. */
  public static Actor current() {
    return CURRENT.get();
  }

  /** Has this thread act for this actor until the turn is closed. */
  public Turn begin() {
    Actor before = CURRENT.get();
    CURRENT.set(this);
    return () -> {
      if (before.equals(FAROL)) {
        CURRENT.remove(); // the thread goes back to a pool
      } else {
        CURRENT.set(before);
      }
    };
  }
}
