package farol.ingest.limit;

import farol.network.IpAddress;
import farol.network.IpNetwork;
import farol.settings.Setting;
import farol.settings.Settings;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what requests under way take of the memory, all together, and how many of them one sender
 * (IPv6: a /64) has. A body takes room as its bytes come, so a length that is only claimed takes
 * none.
 */
public final class BodiesInFlight {
  private final ConcurrentMap<IpNetwork, Integer> ofSender = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final int mostOfSender;
  private final long mostBytes;

  /** Starts with none. */
  public BodiesInFlight(Settings settings) {
    mostOfSender = settings.count(Setting.LIMIT_BODIES_OF_ADDRESS);
    mostBytes = settings.number(Setting.LIMIT_BODIES_BYTES);
  }

  /** Begins a request; empty when its sender has too many. */
  public Optional<Place> begin(IpAddress address) {
    IpNetwork sender = address.network(32, 64);
    boolean[] fits = {false};
    ofSender.compute(
        sender,
        (key, before) -> {
          int now = before == null ? 1 : before + 1;
          fits[0] = now <= mostOfSender;
          return fits[0] ? Integer.valueOf(now) : before;
        });
    return fits[0] ? Optional.of(new Place(sender)) : Optional.empty();
  }

  /** Of all bodies under way. */
  public long bytes() {
    return bytes.get();
  }

  /** One request's share. */
  public final class Place implements AutoCloseable {
    private final IpNetwork sender;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(IpNetwork sender) {
      this.sender = sender;
    }

    /** Takes room for more bytes; false, and none taken, when there is not so much. */
    public boolean take(int more) {
      if (bytes.addAndGet(more) > mostBytes) {
        bytes.addAndGet(-more);
        return false;
      }
      taken.addAndGet(more);
      return true;
    }

    /** Gives everything back; a second time has no effect. */
    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        bytes.addAndGet(-taken.get());
        ofSender.computeIfPresent(sender, (key, now) -> now == 1 ? null : now - 1);
      }
    }
  }
}
