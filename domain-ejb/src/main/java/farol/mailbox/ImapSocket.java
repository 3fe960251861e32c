package farol.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * A connection as it is below TLS. What comes over it comes in time. And what comes before TLS,
 * which anybody may have said, is short and has no literal, since Angus takes as much memory as one
 * is announced to need.
 */
final class ImapSocket extends WriteTimeoutSocket {
  private static final int MOST_IN_THE_CLEAR = 8 * 1024;

  private final ImapPatience patience;
  private boolean secured;
  private int inTheClear;

  /** One that is not connected yet. */
  ImapSocket(ImapPatience patience) throws IOException {
    super(patience.millis());
    this.patience = patience;
  }

  /** Over one that is connected. */
  ImapSocket(Socket connected, ImapPatience patience) throws IOException {
    super(connected, patience.millis());
    this.patience = patience;
  }

  /** From here on TLS judges what comes. */
  void secure() {
    secured = true;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  /** Skips by reading, as streams do by themselves; so nothing comes by another way. */
  private final class Input extends InputStream {
    private final InputStream below;

    Input(InputStream below) {
      this.below = below;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      setSoTimeout(patience.millisLeft());
      int count = below.read(bytes, from, length);
      if (!secured) {
        requireHarmless(bytes, from, count);
      }
      return count;
    }

    @Override
    public int available() throws IOException {
      return below.available();
    }

    @Override
    public void close() throws IOException {
      below.close();
    }
  }

  private void requireHarmless(byte[] bytes, int from, int count) throws IOException {
    inTheClear += count;
    if (inTheClear > MOST_IN_THE_CLEAR) {
      throw new IOException("it says more than " + MOST_IN_THE_CLEAR + " bytes before TLS");
    }
    for (int i = from; i < from + count; i++) {
      if (bytes[i] == '{') {
        throw new IOException("it announces a literal before TLS");
      }
    }
  }
}
