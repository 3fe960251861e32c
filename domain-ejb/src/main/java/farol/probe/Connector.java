package farol.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;

/** Opens a TCP connection. The only way on which a probe reaches a machine. */
@FunctionalInterface
public interface Connector {
  /** Connects to that very address, past any proxy that the machine is set up to use. */
  Connector TCP =
      (address, patience) -> {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
          socket.connect(address, Math.toIntExact(patience.toMillis()));
        } catch (IOException e) {
          socket.close();
          throw e;
        }
        return socket;
      };

  /**
   * Connects, or gives up after {@code patience}.
   *
   * @param address an address, not a name that would have to be looked up again
   * @throws java.net.SocketTimeoutException if nothing answers in time
   * @throws IOException if nothing accepts connections
   */
  Socket connect(InetSocketAddress address, Duration patience) throws IOException;
}
