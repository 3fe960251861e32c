package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is asked for somebody who waits. */
public class HurriedRecordLookupTest {
  private static final DomainName DOMAIN = DomainName.parse("example.com");
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  /** DNS that never answers. */
  public static final class Silence implements RecordLookup {
    @Override
    public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<HostAddresses> addresses(DomainName host) {
      return new CompletableFuture<>();
    }
  }

  @Test
  void failsForATimeWhatTakesTooLong() {
    RecordLookup lookup = new HurriedRecordLookup(new Silence(), SHORT);

    assertThat(join(lookup.txt(DOMAIN.owner()))).isInstanceOf(LookupOutcome.TemporaryFailure.class);
    assertThat(join(lookup.mx(DOMAIN))).isInstanceOf(LookupOutcome.TemporaryFailure.class);
    assertThat(join(lookup.addresses(DOMAIN)).ipv4())
        .isInstanceOf(LookupOutcome.TemporaryFailure.class);
    assertThat(join(lookup.addresses(DOMAIN)).ipv6())
        .isInstanceOf(LookupOutcome.TemporaryFailure.class);
  }

  @Test
  void handsOnWhatComesInTime() {
    FakeLookup dns = new FakeLookup();
    dns.putTxt("example.com", "found");
    dns.putAddresses("example.com", "192.0.2.1");
    RecordLookup lookup = new HurriedRecordLookup(dns, LONG);

    assertThat(join(lookup.txt(DOMAIN.owner()))).isEqualTo(join(dns.txt(DOMAIN.owner())));
    assertThat(join(lookup.mx(DOMAIN))).isEqualTo(join(dns.mx(DOMAIN)));
    assertThat(join(lookup.addresses(DOMAIN))).isEqualTo(join(dns.addresses(DOMAIN)));
  }

  @Test
  void failsWhatDaneStandsOnLikewise() {
    DaneLookup silence =
        new HurriedDaneLookup(
            new DaneLookup() {
              @Override
              public CompletionStage<SecureOutcome<MailExchanger>> mx(DomainName domain) {
                return new CompletableFuture<>();
              }

              @Override
              public CompletionStage<SecureAddresses> addresses(DomainName host) {
                return new CompletableFuture<>();
              }

              @Override
              public CompletionStage<SecureOutcome<TlsaRecord>> tlsa(DomainName host) {
                return new CompletableFuture<>();
              }
            },
            SHORT);

    assertThat(join(silence.mx(DOMAIN))).isInstanceOf(SecureOutcome.Failed.class);
    assertThat(join(silence.addresses(DOMAIN)).ipv4()).isInstanceOf(SecureOutcome.Failed.class);
    assertThat(join(silence.tlsa(DOMAIN))).isInstanceOf(SecureOutcome.Failed.class);
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
