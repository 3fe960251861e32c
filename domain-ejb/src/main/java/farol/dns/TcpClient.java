package farol.dns;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.TcpIoClient;

/**
 * Puts each question over a TCP connection of its own, and waits on no thread.
 *
 * <p>dnsjava's own client shares one connection among all questions to a server, and finds no
 * answer in it any more once the two bytes of a length came apart.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7766#section-8">RFC 7766, section 8</a>
 */
final class TcpClient implements TcpIoClient {
  /**
   * Completes with the answer's bytes, or exceptionally with an {@link IOException}, or with {@link
   * java.util.concurrent.TimeoutException} when {@code patience} is over.
   *
   * @param ours not used: the system chooses
   */
  @Override
  public CompletableFuture<byte[]> sendAndReceiveTcp(
      @Nullable InetSocketAddress ours,
      InetSocketAddress server,
      Message query,
      byte[] question,
      Duration patience) {
    try {
      AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
      return ask(channel, server, question)
          .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
          .whenComplete((answer, failure) -> close(channel));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static CompletableFuture<byte[]> ask(
      AsynchronousSocketChannel channel, InetSocketAddress server, byte[] question) {
    ByteBuffer message = ByteBuffer.allocate(Short.BYTES + question.length);
    message.putShort((short) question.length).put(question).flip();
    return connect(channel, server)
        .thenCompose(connected -> whole(message, channel::write))
        .thenCompose(sent -> whole(ByteBuffer.allocate(Short.BYTES), channel::read))
        .thenApply(length -> Short.toUnsignedInt(length.getShort()))
        .thenCompose(length -> whole(ByteBuffer.allocate(length), channel::read))
        .thenApply(ByteBuffer::array);
  }

  private static CompletableFuture<@Nullable Void> connect(
      AsynchronousSocketChannel channel, InetSocketAddress server) {
    CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();
    channel.connect(
        server,
        connected,
        new CompletionHandler<@Nullable Void, CompletableFuture<@Nullable Void>>() {
          @Override
          public void completed(@Nullable Void nothing, CompletableFuture<@Nullable Void> waiting) {
            waiting.complete(null);
          }

          @Override
          public void failed(Throwable failure, CompletableFuture<@Nullable Void> waiting) {
            waiting.completeExceptionally(failure);
          }
        });
    return connected;
  }

  /** Reads or writes as often as it takes, and hands the bytes out to be read from the first. */
  private static CompletableFuture<ByteBuffer> whole(ByteBuffer bytes, Transfer transfer) {
    CompletableFuture<ByteBuffer> done = new CompletableFuture<>();
    transfer.begin(
        bytes,
        done,
        new CompletionHandler<Integer, CompletableFuture<ByteBuffer>>() {
          @Override
          public void completed(Integer count, CompletableFuture<ByteBuffer> waiting) {
            if (count < 0) {
              waiting.completeExceptionally(new EOFException("the server hung up"));
            } else if (bytes.hasRemaining()) {
              transfer.begin(bytes, waiting, this);
            } else {
              waiting.complete(bytes.flip());
            }
          }

          @Override
          public void failed(Throwable failure, CompletableFuture<ByteBuffer> waiting) {
            waiting.completeExceptionally(failure);
          }
        });
    return done;
  }

  /** Reading or writing, of as many bytes as happen to go. */
  private interface Transfer {
    void begin(
        ByteBuffer bytes,
        CompletableFuture<ByteBuffer> waiting,
        CompletionHandler<Integer, CompletableFuture<ByteBuffer>> handler);
  }

  private static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
