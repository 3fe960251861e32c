package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.shared.OwnerName;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDnsServerTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 4, 12})
  void outlivesPacketsThatAskNothing(int length) throws IOException {
    try (TestDnsServer server = TestDnsServer.start();
        DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[length], length, server.address()));
      server.zone().putTxt("example.com", "still here");

      assertThat(
              new DnsjavaLookup(List.of(server.address()))
                  .txt(new OwnerName("example.com"))
                  .toCompletableFuture()
                  .orTimeout(10, TimeUnit.SECONDS)
                  .join())
          .isEqualTo(new Found<>(List.of("still here")));
    }
  }

  @Test
  void mayBeRestartedOnItsPort() throws IOException {
    TestDnsServer first = TestDnsServer.start();
    int port = first.address().getPort();
    first.close();

    try (TestDnsServer again = TestDnsServer.start(port)) {
      assertThat(again.address().getPort()).isEqualTo(port);
    }
  }
}
