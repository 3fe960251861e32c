package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.Proof;
import farol.domain.lookup.SecureOutcome;
import farol.domain.lookup.SecureOutcome.Answered;
import farol.domain.lookup.SecureOutcome.Bogus;
import farol.domain.lookup.SecureOutcome.Failed;
import farol.domain.shared.DomainName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resolver that validates, and is believed. */
class TrustedResolverTest {
  private static final MailExchanger MX = new MailExchanger(10, "mx.example.com");

  private final TestDnsServer server = TestDnsServer.start();
  private final TestZone zone = server.zone();
  private final ServerList servers =
      ServerList.of(List.of(server.address()), Duration.ofSeconds(4));
  private final DaneLookup lookup =
      new DnsjavaDaneLookup(new TrustedResolver(servers), Duration.ofSeconds(20));

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void answerThatTheResolverHasProvenIsSecure() {
    zone.addMx("example.com", 10, "mx.example.com");
    zone.authenticate("example.com");

    assertThat(mx(lookup)).isEqualTo(answered(Proof.SECURE));
  }

  @Test
  void answerThatItHasNotProvenIsInsecure() {
    zone.addMx("example.com", 10, "mx.example.com");

    assertThat(mx(lookup)).isEqualTo(answered(Proof.INSECURE));
  }

  @Test
  void absenceMayBeProvenToo() {
    zone.authenticate("example.com");

    assertThat(mx(lookup))
        .isEqualTo(new Answered<>(new Absent<>(Reason.NO_SUCH_NAME), Proof.SECURE, "example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alias.example.com", "middle.example.com"})
  void chainOverSeveralAnswersIsAsSecureAsItsWeakest(String onlyProven) {
    zone.aliasesPerAnswer(1);
    zone.putAlias("alias.example.com", "middle.example.com");
    zone.putAlias("middle.example.com", "example.com");
    zone.addMx("example.com", 10, "mx.example.com");
    zone.authenticate(onlyProven);
    assertThat(mx(lookup, "alias.example.com")).isEqualTo(answered(Proof.INSECURE));

    zone.authenticate("alias.example.com");
    zone.authenticate("middle.example.com");
    assertThat(mx(lookup, "alias.example.com")).isEqualTo(answered(Proof.SECURE));
  }

  @Test
  void servfailThatAnswersUncheckedIsBogus() {
    zone.addMx("example.com", 10, "mx.example.com");
    zone.bogus("example.com");

    assertThat(mx(lookup)).isInstanceOf(Bogus.class);
  }

  @Test
  void servfailThatStaysIsAFailure() {
    zone.servfail("example.com");

    assertThat(mx(lookup))
        .isEqualTo(new Failed<MailExchanger>("SERVFAIL from " + server.setting()));
  }

  @Test
  void otherFailuresAreNotAskedUnchecked() {
    zone.refuse("example.com");

    assertThat(mx(lookup)).isInstanceOf(Failed.class);
    assertThat(zone.queries("example.com")).isEqualTo(2);
  }

  @Test
  void nobodyLooksWhenProofIsOff() {
    zone.addMx("example.com", 10, "mx.example.com");
    zone.authenticate("example.com");

    assertThat(mx(new DnsjavaDaneLookup(new Unvalidated(servers), Duration.ofSeconds(20))))
        .isEqualTo(answered(Proof.UNCHECKED));
  }

  private static SecureOutcome<MailExchanger> answered(Proof proof) {
    return new Answered<>(new Found<>(List.of(MX)), proof, "example.com");
  }

  private static SecureOutcome<MailExchanger> mx(DaneLookup lookup) {
    return mx(lookup, "example.com");
  }

  private static SecureOutcome<MailExchanger> mx(DaneLookup lookup, String domain) {
    return lookup
        .mx(DomainName.parse(domain))
        .toCompletableFuture()
        .orTimeout(25, TimeUnit.SECONDS)
        .join();
  }
}
