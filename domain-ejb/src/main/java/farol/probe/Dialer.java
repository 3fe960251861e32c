package farol.probe;

import farol.network.Deadline;
import farol.network.IpAddress;
import farol.network.ProbeTargets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Connects to one port of addresses that it may connect to. It takes an address and no name: what
 * was checked is what is connected to, whatever DNS says meanwhile.
 */
public final class Dialer {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Java has no exception of its own for what is wrong on this side.
  private static final Pattern NO_WAY =
      Pattern.compile(
          "Network is unreachable|Cannot assign requested address|family (?:not supported|unavail)",
          Pattern.CASE_INSENSITIVE);

  private final ProbeTargets targets;
  private final Connector connector;
  private final int port;

  public Dialer(ProbeTargets targets, Connector connector, int port) {
    this.targets = targets;
    this.connector = connector;
    this.port = port;
  }

  /**
   * Connects within ten seconds.
   *
   * @param deadline when the connection closes by itself, and nobody waits for it any more
   */
  public TimedConnection dial(IpAddress address, Deadline deadline) throws NotConnectedException {
    Optional<String> objection = targets.objection(address);
    if (objection.isPresent()) {
      throw new NotConnectedException(NotConnectedException.Obstacle.FORBIDDEN, objection.get());
    }
    try {
      return new TimedConnection(
          connector.connect(
              new InetSocketAddress(address.inetAddress(), port), deadline.left(PATIENCE)),
          deadline);
    } catch (SocketTimeoutException e) {
      throw new NotConnectedException(
          NotConnectedException.Obstacle.SILENT, address + " does not answer");
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new NotConnectedException(
          NO_WAY.matcher(reason).find()
              ? NotConnectedException.Obstacle.UNROUTED
              : NotConnectedException.Obstacle.REFUSED,
          address + " can't be reached: " + reason);
    }
  }
}
