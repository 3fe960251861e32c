package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;

class TcpClientTest {
  private static final byte[] QUESTION = {1, 2, 3};
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void readsAnAnswerThatComesByteByByte() throws IOException, InterruptedException {
    CompletableFuture<byte[]> answer = ask(PATIENCE);
    try (Socket connection = server.accept()) {
      assertThat(question(connection)).isEqualTo(QUESTION);
      for (byte one : new byte[] {0, 4, 5, 6, 7, 8}) {
        connection.getOutputStream().write(one);
        Thread.sleep(20); // so that the next byte does not go along
      }
    }
    assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(new byte[] {5, 6, 7, 8});
  }

  @Test
  void readsTheLongestAnswerThereIs() throws IOException {
    byte[] longest = new byte[65_535];
    Arrays.fill(longest, (byte) 9);
    CompletableFuture<byte[]> answer = ask(PATIENCE);
    try (Socket connection = server.accept()) {
      OutputStream out = connection.getOutputStream();
      out.write(new byte[] {(byte) 0xff, (byte) 0xff});
      out.write(longest);
    }
    assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(longest);
  }

  @Test
  void hangsUpAfterTheAnswer() throws IOException {
    CompletableFuture<byte[]> answer = ask(PATIENCE);
    try (Socket connection = server.accept()) {
      connection.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      assertThat(question(connection)).isEqualTo(QUESTION);
      connection.getOutputStream().write(new byte[] {0, 1, 5});
      assertThat(answer).succeedsWithin(PATIENCE);
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void hangsUpOnAServerThatSaysNothing() throws IOException {
    CompletableFuture<byte[]> answer = ask(Duration.ofMillis(200));
    try (Socket connection = server.accept()) {
      connection.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      assertThat(question(connection)).isEqualTo(QUESTION);
      assertThat(connection.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(answer)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void failsWhereTheServerHangsUpInTheMiddle() throws IOException {
    CompletableFuture<byte[]> answer = ask(PATIENCE);
    try (Socket connection = server.accept()) {
      assertThat(question(connection)).isEqualTo(QUESTION);
      connection.getOutputStream().write(new byte[] {0, 4, 5});
    }
    assertThat(answer)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOf(EOFException.class);
  }

  @Test
  void failsWhereNobodyListens() throws IOException {
    server.close();
    assertThat(ask(PATIENCE))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOf(ConnectException.class);
  }

  private CompletableFuture<byte[]> ask(Duration patience) {
    return new TcpClient()
        .sendAndReceiveTcp(
            null,
            (InetSocketAddress) server.getLocalSocketAddress(),
            new Message(),
            QUESTION,
            patience);
  }

  private static byte[] question(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    return in.readNBytes(in.readUnsignedShort());
  }
}
