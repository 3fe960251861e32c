package farol.wire.packed;

import java.io.IOException;

/**
 * Something in an archive cannot be read, by its own fault: the stream that it comes from works. It
 * is an {@link IOException} so that it passes through streams.
 */
public final class BrokenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String detail;

  /**
   * @param detail for people; outside text in it is harmless and short
   */
  public BrokenException(Fault fault, String detail) {
    super(detail);
    this.fault = fault;
    this.detail = detail;
  }

  public Fault fault() {
    return fault;
  }

  public String detail() {
    return detail;
  }
}
