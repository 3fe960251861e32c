package farol.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.network.Deadline;
import farol.network.IpAddress;
import farol.network.IpNetwork;
import farol.network.ProbeTargets;
import farol.probe.NotConnectedException.Obstacle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DialerTest {
  private static final String ADDRESS = "192.0.2.1";

  private final TestConnector connector = new TestConnector();
  private final Dialer dialer =
      new Dialer(
          new ProbeTargets(List.of(IpNetwork.parse("192.0.2.0/24").orElseThrow())), connector, 25);

  @Test
  void connectsToWhatIsAllowed() throws IOException, NotConnectedException {
    try (TestServer server = TestServer.start(connection -> connection.getInputStream().read())) {
      connector.lead(ADDRESS, server.port());
      try (TimedConnection connection = dial(ADDRESS, Duration.ofSeconds(10))) {
        assertThat(connection.socket().isConnected()).isTrue();
      }
    }
  }

  @Test
  void doesNotEvenTryWhatIsForbidden() {
    assertThatExceptionOfType(NotConnectedException.class)
        .isThrownBy(() -> dial("10.0.0.1", Duration.ofSeconds(10)))
        .withMessage("10.0.0.1 is not a public address (Private-Use, RFC 1918)")
        .extracting(NotConnectedException::obstacle)
        .isEqualTo(Obstacle.FORBIDDEN);
    assertThat(connector.attempts()).isEmpty();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), Obstacle.REFUSED),
        Arguments.of(new NoRouteToHostException("No route to host"), Obstacle.REFUSED),
        Arguments.of(new SocketTimeoutException("Connect timed out"), Obstacle.SILENT),
        Arguments.of(new SocketException("Network is unreachable"), Obstacle.UNROUTED),
        Arguments.of(new SocketException("Protocol family unavailable"), Obstacle.UNROUTED),
        Arguments.of(new ConnectException("Cannot assign requested address"), Obstacle.UNROUTED));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhyThereIsNoConnection(IOException failure, Obstacle obstacle) {
    connector.fail(ADDRESS, failure);

    assertThatExceptionOfType(NotConnectedException.class)
        .isThrownBy(() -> dial(ADDRESS, Duration.ofSeconds(10)))
        .withMessageStartingWith(ADDRESS)
        .extracting(NotConnectedException::obstacle)
        .isEqualTo(obstacle);
  }

  @Test
  void connectionClosesItselfAtItsDeadline() throws Exception {
    try (TestServer drip =
        TestServer.start(
            connection -> {
              while (true) {
                connection.getOutputStream().write('x');
                Thread.sleep(20);
              }
            })) {
      connector.lead(ADDRESS, drip.port());
      long start = System.nanoTime();
      try (TimedConnection connection = dial(ADDRESS, Duration.ofMillis(300))) {
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(
                () -> {
                  while (connection.socket().getInputStream().read() >= 0) {
                    // a byte in time, every time
                  }
                });
        assertThat(connection.hasExpired()).isTrue();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private TimedConnection dial(String address, Duration limit) throws NotConnectedException {
    return dialer.dial(IpAddress.parse(address).orElseThrow(), Deadline.in(limit));
  }
}
