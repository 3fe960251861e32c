package farol.domain.lookup;

import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mail servers in memory, for tests of whatever probes them. Nothing listens at addresses that were
 * not mentioned. Answers at once, on the caller's thread.
 */
public final class FakeSmtpProbe implements SmtpProbe {
  private static final SmtpReply BANNER = new SmtpReply(220, List.of("mx.example.com ESMTP"));
  private static final SmtpReply HELLO = new SmtpReply(250, List.of("mx.example.com", "STARTTLS"));
  private static final SmtpReply PLAIN_HELLO = new SmtpReply(250, List.of("mx.example.com"));
  private static final SmtpConversation NOTHING =
      new SmtpConversation(null, null, false, List.of(), null, null);

  private final Map<IpAddress, SmtpOutcome> outcomes = new ConcurrentHashMap<>();

  /** Runs a mail server with TLS at an address. */
  public void serve(String address, X509Certificate... chain) {
    put(
        address,
        new SmtpOutcome.Secured(
            new SmtpConversation(
                BANNER,
                HELLO,
                false,
                List.of(chain),
                new TlsSession("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(chain)),
                PLAIN_HELLO)));
  }

  /** Runs a mail server without TLS at an address. */
  public void serveWithoutTls(String address) {
    put(
        address,
        new SmtpOutcome.Failed(
            SmtpFailure.NO_STARTTLS,
            "the server does not offer STARTTLS",
            new SmtpConversation(BANNER, PLAIN_HELLO, false, List.of(), null, null)));
  }

  /** Runs a mail server at an address that greets with this. */
  public void greet(String address, SmtpReply banner) {
    put(
        address,
        new SmtpOutcome.Failed(
            SmtpFailure.BANNER_REFUSED,
            banner.toString(),
            new SmtpConversation(banner, null, false, List.of(), null, null)));
  }

  /** Answers so for an address. */
  public void put(String address, SmtpOutcome outcome) {
    outcomes.put(IpAddress.parse(address).orElseThrow(), outcome);
  }

  @Override
  public CompletionStage<SmtpOutcome> probe(DomainName host, IpAddress address) {
    return CompletableFuture.completedFuture(
        outcomes.getOrDefault(
            address,
            new SmtpOutcome.Failed(
                SmtpFailure.CONNECT_FAILED, address + " can't be reached", NOTHING)));
  }
}
