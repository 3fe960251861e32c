package farol.smtp;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.lookup.SmtpConversation;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.shared.DomainName;
import farol.network.Deadline;
import farol.network.IpAddress;
import farol.probe.Dialer;
import farol.probe.NotConnectedException;
import farol.probe.TimedConnection;
import farol.probe.Turns;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Probes mail servers; each probe holds a thread of the executor while it runs. */
public final class SocketSmtpProbe implements SmtpProbe {
  /** How long a probe may take. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final System.Logger LOGGER = System.getLogger(SocketSmtpProbe.class.getName());
  private static final SmtpConversation NOTHING =
      new SmtpConversation(null, null, false, List.of(), null, null);

  private final Dialer dialer;
  private final String ownName;
  private final Executor executor;
  private final Duration limit;
  private final Turns<IpAddress> turns = new Turns<>();

  /**
   * Probes by these means.
   *
   * @param dialer for port 25
   * @param ownName what to say in EHLO, a host name or an address literal
   * @param executor whose threads wait for servers
   * @param limit how long a probe may take; time spent waiting for its turn is not counted
   */
  public SocketSmtpProbe(Dialer dialer, String ownName, Executor executor, Duration limit) {
    this.dialer = dialer;
    this.ownName = ownName;
    this.executor = executor;
    this.limit = limit;
  }

  @Override
  public CompletionStage<SmtpOutcome> probe(DomainName host, IpAddress address) {
    return turns
        .take(
            address,
            () ->
                CompletableFuture.completedFuture(address)
                    .thenApplyAsync(target -> outcome(host, target), executor),
            failed(SmtpFailure.INTERNAL_ERROR, "Farol did not get to probing it"))
        .exceptionally(
            failure -> {
              LOGGER.log(
                  WARNING, () -> "SMTP probe failed host=" + host + " address=" + address, failure);
              return failed(SmtpFailure.INTERNAL_ERROR, "Farol could not probe; its log says why");
            });
  }

  private SmtpOutcome outcome(DomainName host, IpAddress address) {
    try (TimedConnection connection = dialer.dial(address, Deadline.in(limit))) {
      return new SmtpDialogue(connection, host, ownName).hold();
    } catch (NotConnectedException e) {
      return failed(failure(e), e.detail());
    } catch (IOException e) {
      return failed(SmtpFailure.CONNECT_FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static SmtpFailure failure(NotConnectedException reason) {
    return switch (reason.obstacle()) {
      case FORBIDDEN -> SmtpFailure.FORBIDDEN_ADDRESS;
      case REFUSED -> SmtpFailure.CONNECT_FAILED;
      case SILENT -> SmtpFailure.CONNECT_TIMEOUT;
      case UNROUTED -> SmtpFailure.NO_ROUTE;
    };
  }

  private static SmtpOutcome failed(SmtpFailure failure, String detail) {
    return new SmtpOutcome.Failed(failure, detail, NOTHING);
  }
}
