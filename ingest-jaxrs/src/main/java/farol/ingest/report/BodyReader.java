package farol.ingest.report;

import farol.ingest.limit.BodiesInFlight;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Collects a body as it comes, without a thread that waits for it, up to the limit and one byte
 * more, by which whoever reads it sees that it is too large. The container calls it by one thread
 * at a time.
 */
final class BodyReader implements ReadListener {
  private static final int LARGEST_FIRST = 65_536;
  private static final int FIRST_IF_UNKNOWN = 4_096;

  private final ServletInputStream in;
  private final int limit;
  private final BodiesInFlight.Place place;
  private final Exchange exchange;
  private final Consumer<byte[]> whole;
  private byte[] body = {};
  private int size;
  private boolean ended;

  /**
   * Takes no room yet.
   *
   * @param whole is given the body once, unless the request is refused
   */
  BodyReader(
      ServletInputStream in,
      int limit,
      BodiesInFlight.Place place,
      Exchange exchange,
      Consumer<byte[]> whole) {
    this.in = in;
    this.limit = limit;
    this.place = place;
    this.exchange = exchange;
    this.whole = whole;
  }

  /**
   * Begins.
   *
   * @param announced the body's length; negative when it is not known
   */
  void start(long announced) {
    int first = (int) Math.min(announced < 0 ? FIRST_IF_UNKNOWN : announced + 1, LARGEST_FIRST);
    if (grow(Math.min(first, limit + 1))) {
      in.setReadListener(this);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!ended && in.isReady() && !in.isFinished()) {
      if (size == body.length && !grow(Math.min(2 * size, limit + 1))) {
        return;
      }
      int read = in.read(body, size, body.length - size);
      size += Math.max(read, 0);
      if (size > limit) {
        end();
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (!ended) {
      end();
    }
  }

  @Override
  public void onError(Throwable failure) {
    refuse(failure instanceof SocketTimeoutException ? Replies.tooSlow() : Replies.unreadable());
  }

  private boolean grow(int length) {
    if (!place.take(length - body.length)) {
      refuse(Replies.noRoom());
      return false;
    }
    body = Arrays.copyOf(body, length);
    return true;
  }

  private void end() {
    ended = true;
    exchange.received();
    whole.accept(size == body.length ? body : Arrays.copyOf(body, size));
  }

  private void refuse(Reply reply) {
    ended = true;
    exchange.answer(reply);
  }
}
