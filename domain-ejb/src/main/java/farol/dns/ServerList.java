package farol.dns;

import farol.network.Continuations;
import farol.network.Deadline;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;

/**
 * Puts one question to resolvers, strictly in order, twice around, until one gives an answer that
 * says something about the domain.
 *
 * <p>dnsjava's own {@code ExtendedResolver} prefers whichever server failed least, and takes
 * SERVFAIL from the first for the last word.
 */
final class ServerList {
  private static final int ROUNDS = 2;
  private static final int MOST_OPEN = 128;
  private static final Duration OPEN_FOR_LONG = Duration.ofSeconds(1);
  private static final IoClientFactory CLIENTS =
      new DefaultIoClientFactory() {
        @Override
        public TcpIoClient createOrGetTcpClient() {
          return new TcpClient();
        }
      };

  private final List<SimpleResolver> resolvers;
  private final Duration patience;
  private final SharedAnswers<ByteBuffer, Message> answers = new SharedAnswers<>();
  private final OpenQuestions questions = new OpenQuestions(MOST_OPEN, OPEN_FOR_LONG);

  private ServerList(List<InetSocketAddress> servers, Duration patience) {
    this.resolvers = servers.stream().map(server -> resolver(server, patience)).toList();
    this.patience = patience;
  }

  /**
   * Lists these resolvers, or if there are none the system's, as they are configured now. About a
   * hundred questions may be open at once; more wait.
   *
   * @param patience how long to wait for one server, its answer by TCP included
   */
  static ServerList of(List<InetSocketAddress> servers, Duration patience) {
    return new ServerList(
        servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers, patience);
  }

  /**
   * Completes with an answer, or exceptionally with {@link NoAnswerException}, which is a {@link
   * ServerFailureException} where the last word was SERVFAIL. A question that is open already is
   * not put again, and ends by its own deadline for all who ask it.
   */
  CompletableFuture<Message> ask(Message query, Deadline deadline) {
    return answers
        .to(content(query), () -> attempt(query, deadline, 0))
        .thenApply(Message::clone); // whoever asked may change it
  }

  /** All of it but its number. */
  private static ByteBuffer content(Message query) {
    return ByteBuffer.wrap(query.toWire()).position(Short.BYTES);
  }

  private CompletableFuture<Message> attempt(Message query, Deadline deadline, int number) {
    SimpleResolver resolver = resolvers.get(number % resolvers.size());
    return questions
        .ask(() -> send(query, deadline, resolver))
        .handle(Verdict::on)
        .thenCompose(
            verdict -> {
              if (verdict.usable() != null) {
                return CompletableFuture.completedFuture(verdict.usable());
              }
              if (number + 1 < ROUNDS * resolvers.size() && !deadline.hasPassed()) {
                return attempt(query, deadline, number + 1);
              }
              return CompletableFuture.failedFuture(verdict.failure(show(resolver)));
            });
  }

  private CompletableFuture<Message> send(
      Message query, Deadline deadline, SimpleResolver resolver) {
    long wait = Math.max(1, Math.min(patience.toNanos(), deadline.left().toNanos()));
    return resolver
        .sendAsync(query, Continuations.THREADS)
        .toCompletableFuture()
        // dnsjava itself looks for late answers about once a second.
        .orTimeout(wait, TimeUnit.NANOSECONDS);
  }

  private static String show(SimpleResolver resolver) {
    InetSocketAddress address = resolver.getAddress();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static SimpleResolver resolver(InetSocketAddress server, Duration patience) {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setTimeout(patience);
    resolver.setIoClientFactory(CLIENTS);
    return resolver;
  }

  /**
   * What one attempt came to.
   *
   * @param usable an answer that says something about the name, or null
   * @param problem why there is none; blank if there is one
   */
  private record Verdict(@Nullable Message usable, String problem) {

    static Verdict on(@Nullable Message answer, @Nullable Throwable failure) {
      if (answer == null) {
        return new Verdict(null, describe(failure));
      }
      int code = answer.getRcode();
      if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
        return new Verdict(null, Rcode.string(code));
      }
      boolean knows = answer.getHeader().getFlag(Flags.AA) || answer.getHeader().getFlag(Flags.RA);
      if (!knows && answer.getSection(Section.ANSWER).isEmpty()) {
        return new Verdict(null, "a referral instead of an answer");
      }
      return new Verdict(answer, "");
    }

    NoAnswerException failure(String server) {
      String message = problem + " from " + server;
      return problem.equals(Rcode.string(Rcode.SERVFAIL))
          ? new ServerFailureException(message)
          : new NoAnswerException(message);
    }

    private static String describe(@Nullable Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
        return "no answer in time";
      }
      if (cause instanceof PortUnreachableException) {
        return "no answer (nothing listens on that port)";
      }
      return "no usable answer (" + cause + ")";
    }
  }
}
