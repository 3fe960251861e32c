package farol.probe;

import farol.network.IpAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Leads connections to servers on this machine, as if they had the addresses that tests give them;
 * nothing accepts connections at others.
 */
public final class TestConnector implements Connector {
  private final Map<IpAddress, Integer> ports = new ConcurrentHashMap<>();
  private final Map<IpAddress, IOException> failures = new ConcurrentHashMap<>();
  private final List<IpAddress> attempts = new CopyOnWriteArrayList<>();

  /** Has a port of this machine answer for an address. */
  public void lead(String address, int port) {
    ports.put(IpAddress.parse(address).orElseThrow(), port);
  }

  /** Makes connecting to an address fail so. */
  public void fail(String address, IOException failure) {
    failures.put(IpAddress.parse(address).orElseThrow(), failure);
  }

  /** What was to be connected to so far, in order. */
  public List<IpAddress> attempts() {
    return List.copyOf(attempts);
  }

  @Override
  public Socket connect(InetSocketAddress address, Duration patience) throws IOException {
    IpAddress target = IpAddress.of(address.getAddress());
    attempts.add(target);
    if (failures.containsKey(target)) {
      throw failures.get(target);
    }
    Integer port = ports.get(target);
    if (port == null) {
      throw new ConnectException("Connection refused");
    }
    return Connector.TCP.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
  }
}
