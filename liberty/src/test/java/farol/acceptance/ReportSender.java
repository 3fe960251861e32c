package farol.acceptance;

import java.io.IOException;

/** Posts reports to one collector. */
@FunctionalInterface
interface ReportSender extends AutoCloseable {
  /** Posts one report, compressed, and waits for its status. */
  int post(byte[] gzip) throws IOException;

  @Override
  default void close() throws IOException {}
}
