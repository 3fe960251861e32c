package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.SecureOutcome.Answered;
import farol.domain.lookup.SecureOutcome.Bogus;
import farol.domain.lookup.SecureOutcome.Failed;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DaneLookup} that looks for proof does; a subclass says how to publish. All
 * below {@code com} is signed, all below {@code net} is not.
 */
public abstract class DaneLookupContract {
  private static final DomainName SIGNED = DomainName.parse("example.com");
  private static final DomainName UNSIGNED = DomainName.parse("example.net");
  private static final MailExchanger MX = new MailExchanger(10, "mx.example.com");
  private static final TlsaRecord TLSA = new TlsaRecord(3, 1, 1, "0a".repeat(32));

  /** The one under test. */
  protected abstract DaneLookup lookup();

  /** Publishes exactly these mail exchangers for a domain. */
  protected abstract void putMx(String domain, MailExchanger... exchangers);

  /** Publishes exactly these addresses of a host; those with a colon by AAAA records. */
  protected abstract void putAddresses(String host, String... addresses);

  /** Publishes exactly these TLSA records for port 25 of a host. */
  protected abstract void putTlsa(String host, TlsaRecord... records);

  /** Makes a name an alias of another. */
  protected abstract void putAlias(String name, String target);

  /** Makes the signatures of a name's records wrong. */
  protected abstract void spoil(String name);

  /** Makes look-ups of a name fail. */
  protected abstract void fail(String name);

  @Test
  void provesMailExchangers() {
    putMx(SIGNED.value(), new MailExchanger(20, "mx2.example.com"), MX);

    assertThat(await(lookup().mx(SIGNED)))
        .isEqualTo(
            secure(new Found<>(List.of(MX, new MailExchanger(20, "mx2.example.com"))), SIGNED))
        .matches(SecureOutcome::isSecure);
  }

  @Test
  void saysWhatIsNotSigned() {
    putMx(UNSIGNED.value(), MX);

    assertThat(await(lookup().mx(UNSIGNED)))
        .isEqualTo(new Answered<>(new Found<>(List.of(MX)), Proof.INSECURE, UNSIGNED.value()))
        .matches(outcome -> !outcome.isSecure());
  }

  @Test
  void bogusAnswerIsNoAnswer() {
    putMx(SIGNED.value(), MX);
    spoil(SIGNED.value());

    assertThat(await(lookup().mx(SIGNED))).isInstanceOf(Bogus.class);
  }

  @Test
  void bogusAbsenceIsNoAbsence() {
    putAddresses("host.example.com", "192.0.2.1");
    spoil("host.example.com");

    assertThat(await(lookup().addresses(name("host.example.com"))).ipv6())
        .isInstanceOf(Bogus.class);
  }

  @Test
  void failureIsNeitherAbsenceNorBogus() {
    fail(SIGNED.value());
    fail(UNSIGNED.value());

    assertThat(await(lookup().mx(SIGNED))).isInstanceOf(Failed.class);
    assertThat(await(lookup().mx(UNSIGNED))).isInstanceOf(Failed.class);
  }

  @Test
  void provesThatANameDoesNotExist() {
    assertThat(await(lookup().mx(name("nothing.example.com"))))
        .isEqualTo(secure(new Absent<>(Reason.NO_SUCH_NAME), name("nothing.example.com")));
  }

  @Test
  void provesThatANameHasNoSuchRecord() {
    putAddresses("host.example.com", "192.0.2.1");

    assertThat(await(lookup().mx(name("host.example.com"))))
        .isEqualTo(secure(new Absent<>(Reason.NO_SUCH_RECORD), name("host.example.com")));
  }

  @Test
  void saysWhichAbsenceIsNotProven() {
    putMx(UNSIGNED.value(), MX);

    assertThat(await(lookup().tlsa(UNSIGNED)))
        .isEqualTo(
            new Answered<>(
                new Absent<>(Reason.NO_SUCH_NAME), Proof.INSECURE, "_25._tcp." + UNSIGNED));
  }

  @Test
  void provesEachFamilyOfAddresses() {
    putAddresses("mx.example.com", "192.0.2.1", "2001:db8::1");

    assertThat(await(lookup().addresses(name("mx.example.com"))))
        .isEqualTo(
            new SecureAddresses(
                secure(new Found<>(List.of(address("192.0.2.1"))), name("mx.example.com")),
                secure(new Found<>(List.of(address("2001:db8::1"))), name("mx.example.com"))));
  }

  @Test
  void provesAnAliasAndSaysWhereItLeads() {
    putAlias("alias.example.com", "mx.example.com");
    putAddresses("mx.example.com", "192.0.2.1");

    assertThat(await(lookup().addresses(name("alias.example.com"))).ipv4())
        .isEqualTo(secure(new Found<>(List.of(address("192.0.2.1"))), name("mx.example.com")));
  }

  @Test
  void aliasIsNoMoreSecureThanWhereItLeads() {
    putAlias("alias.example.com", "mx.example.net");
    putAddresses("mx.example.net", "192.0.2.1");

    assertThat(await(lookup().addresses(name("alias.example.com"))).ipv4())
        .isEqualTo(
            new Answered<>(
                new Found<>(List.of(address("192.0.2.1"))), Proof.INSECURE, "mx.example.net"));
  }

  @Test
  void addressesAreNoMoreSecureThanTheAliasThatLeadsThere() {
    putAlias("alias.example.net", "mx.example.com");
    putAddresses("mx.example.com", "192.0.2.1");

    assertThat(await(lookup().addresses(name("alias.example.net"))).ipv4())
        .isEqualTo(
            new Answered<>(
                new Found<>(List.of(address("192.0.2.1"))), Proof.INSECURE, "mx.example.com"));
  }

  @Test
  void bogusAliasIsNoAnswer() {
    putAlias("alias.example.com", "mx.example.com");
    putAddresses("mx.example.com", "192.0.2.1");
    spoil("alias.example.com");

    assertThat(await(lookup().addresses(name("alias.example.com"))).ipv4())
        .isInstanceOf(Bogus.class);
  }

  @Test
  void findsTlsaForPort25InASettledOrder() {
    TlsaRecord anchor = new TlsaRecord(2, 1, 1, "ff".repeat(32));
    putTlsa("mx.example.com", TLSA, anchor);

    assertThat(await(lookup().tlsa(name("mx.example.com"))))
        .isEqualTo(
            new Answered<>(
                new Found<>(List.of(anchor, TLSA)), Proof.SECURE, "_25._tcp.mx.example.com"));
  }

  @Test
  void spoiltTlsaIsNoAnswer() {
    putTlsa("mx.example.com", TLSA);
    spoil("_25._tcp.mx.example.com");

    assertThat(await(lookup().tlsa(name("mx.example.com")))).isInstanceOf(Bogus.class);
  }

  @Test
  void hostWithTooLongANameForTlsaHasNoAnswer() {
    DomainName host = name("a".repeat(60) + ("." + "b".repeat(60)).repeat(3) + ".com");

    assertThat(await(lookup().tlsa(host))).isInstanceOf(Failed.class);
  }

  private static <T> SecureOutcome<T> secure(LookupOutcome<T> answer, DomainName name) {
    return new Answered<>(answer, Proof.SECURE, name.value());
  }

  private static DomainName name(String text) {
    return DomainName.parse(text);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  /** The result, within 25 seconds. */
  protected static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(25, TimeUnit.SECONDS).join();
  }
}
