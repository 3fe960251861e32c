package farol.domain.lookup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link SmtpProbe} does; a subclass says how to run mail servers for it. */
public abstract class SmtpProbeContract {
  protected static final DomainName HOST = DomainName.parse("mx.example.com");
  protected static final String ADDRESS = "192.0.2.1";

  /** The one under test. */
  protected abstract SmtpProbe probe();

  /** Runs a mail server with TLS at an address. */
  protected abstract void serve(String address);

  /** Runs a mail server without TLS at an address. */
  protected abstract void serveWithoutTls(String address);

  /** Runs a mail server at an address that greets with this. */
  protected abstract void greet(String address, int code, String text);

  @Test
  void showsAServerThatSpeaksTls() {
    serve(ADDRESS);

    assertThat(outcome())
        .isInstanceOfSatisfying(
            SmtpOutcome.Secured.class,
            secured -> {
              SmtpConversation seen = secured.conversation();
              assertThat(secured.tls().protocol()).isEqualTo("TLSv1.3");
              assertThat(seen.chain()).isEqualTo(secured.tls().chain());
              assertThat(seen.greeting())
                  .isEqualTo(new SmtpReply(220, List.of("mx.example.com ESMTP")));
              assertThat(requireNonNull(seen.hello()).lines()).contains("STARTTLS");
              assertThat(requireNonNull(seen.secureHello()).lines()).doesNotContain("STARTTLS");
              assertThat(seen.injected()).isFalse();
            });
  }

  @Test
  void showsAServerThatDoesNot() {
    serveWithoutTls(ADDRESS);

    assertThat(failed().failure()).isEqualTo(SmtpFailure.NO_STARTTLS);
    assertThat(failed().conversation().hello())
        .isEqualTo(new SmtpReply(250, List.of("mx.example.com")));
    assertThat(failed().conversation().tls()).isNull();
  }

  @Test
  void showsHowAServerRefuses() {
    greet(ADDRESS, 554, "no");

    assertThat(failed().failure()).isEqualTo(SmtpFailure.BANNER_REFUSED);
    assertThat(failed().detail()).isEqualTo("554 no");
    assertThat(failed().conversation().greeting()).isEqualTo(new SmtpReply(554, List.of("no")));
  }

  @Test
  void nothingIsThereToBeShown() {
    assertThat(failed().failure()).isEqualTo(SmtpFailure.CONNECT_FAILED);
    assertThat(failed().conversation())
        .isEqualTo(new SmtpConversation(null, null, false, List.of(), null, null));
  }

  @Test
  void tellsAddressesApart() {
    serve("192.0.2.2");

    assertThat(outcome("192.0.2.2")).isInstanceOf(SmtpOutcome.Secured.class);
    assertThat(outcome()).isInstanceOf(SmtpOutcome.Failed.class);
  }

  /** How a probe of the usual address failed. */
  protected SmtpOutcome.Failed failed() {
    return outcome()
        .fold(
            secured -> {
              throw new AssertionError("no failure: " + secured);
            },
            failed -> failed);
  }

  /** What came of a probe of the usual address. */
  protected SmtpOutcome outcome() {
    return outcome(ADDRESS);
  }

  /** What came of a probe, within half a minute. */
  protected SmtpOutcome outcome(String address) {
    return probe()
        .probe(HOST, IpAddress.parse(address).orElseThrow())
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
