package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.LookupOutcome.TemporaryFailure;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.network.IpAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RecordLookup} does; a subclass says how to publish records for it. */
public abstract class RecordLookupContract {
  private static final OwnerName NAME = new OwnerName("_smtp._tls.example.com");
  private static final DomainName DOMAIN = DomainName.parse("example.com");

  /** The one under test. */
  protected abstract RecordLookup lookup();

  /** Publishes exactly these TXT records at a name. */
  protected abstract void putTxt(String name, byte[]... values);

  /** Publishes exactly these mail exchangers for a domain. */
  protected abstract void putMx(String domain, MailExchanger... exchangers);

  /** Publishes exactly these addresses of a host; those with a colon by AAAA records. */
  protected abstract void putAddresses(String host, String... addresses);

  /** Makes look-ups of a name fail. */
  protected abstract void fail(String name);

  /** Forgets all about a name. */
  protected abstract void remove(String name);

  @Test
  void findsTxt() {
    putTxt(NAME.value(), bytes("v=TLSRPTv1; rua=mailto:a@example.com"));

    assertThat(txt()).isEqualTo(new Found<>(List.of("v=TLSRPTv1; rua=mailto:a@example.com")));
  }

  @Test
  void joinsTheStringsOfOneRecord() {
    String value = "v=TLSRPTv1; rua=" + IntStream.range(0, 200).boxed().toList();
    putTxt(NAME.value(), bytes(value));

    assertThat(value).hasSizeGreaterThan(2 * 255);
    assertThat(txt()).isEqualTo(new Found<>(List.of(value)));
  }

  @Test
  void keepsRecordsApartInAnOrderOfTheirOwn() {
    putTxt(NAME.value(), bytes("bb"), bytes("c"), bytes("aa"));

    assertThat(txt()).isEqualTo(new Found<>(List.of("c", "aa", "bb")));
  }

  @Test
  void keepsQuotesBackslashesAndSemicolons() {
    putTxt(NAME.value(), bytes("a\"b\\c;d\\065 é"));

    assertThat(txt()).isEqualTo(new Found<>(List.of("a\"b\\c;d\\065 é")));
  }

  @Test
  void showsBytesThatAreNoTextAsReplacements() {
    putTxt(NAME.value(), new byte[] {'a', (byte) 0xff, 0, 'b'});

    assertThat(txt()).isEqualTo(new Found<>(List.of("a\ufffd\ufffdb")));
  }

  @Test
  void findsAnEmptyTxtRecord() {
    putTxt(NAME.value(), bytes(""));

    assertThat(txt()).isEqualTo(new Found<>(List.of("")));
  }

  @Test
  void keepsEightKibibytesOfAnAnswer() {
    putTxt(NAME.value(), bytes("x".repeat(51_000)), bytes("small"));

    assertThat(txt())
        .isEqualTo(new Found<>(List.of("small", "x".repeat(8 * 1024 - "small".length()) + "…")));
  }

  @Test
  void saysThatTheNameDoesNotExist() {
    assertThat(txt()).isEqualTo(new Absent<>(Reason.NO_SUCH_NAME));
    assertThat(mx()).isEqualTo(new Absent<>(Reason.NO_SUCH_NAME));
  }

  @Test
  void saysThatTheNameHasNoSuchRecord() {
    putMx(DOMAIN.value(), new MailExchanger(10, "mx.example.com"));

    assertThat(await(lookup().txt(DOMAIN.owner()))).isEqualTo(new Absent<>(Reason.NO_SUCH_RECORD));
  }

  @Test
  void nameAboveARecordExists() {
    putTxt(NAME.value(), bytes("text"));

    assertThat(mx()).isEqualTo(new Absent<>(Reason.NO_SUCH_RECORD));
  }

  @Test
  void failureIsNotAbsence() {
    fail(NAME.value());

    assertThat(txt()).isInstanceOf(TemporaryFailure.class);
  }

  @Test
  void failureOfOneNameIsNotThatOfAnother() {
    fail(NAME.value());
    putMx(DOMAIN.value(), new MailExchanger(10, "mx.example.com"));

    assertThat(mx()).isInstanceOf(Found.class);
  }

  @Test
  void findsMailExchangersMostPreferredFirst() {
    putMx(
        DOMAIN.value(),
        new MailExchanger(20, "mx2.example.com"),
        new MailExchanger(10, "MX1.Example.com."));

    assertThat(mx())
        .isEqualTo(
            new Found<>(
                List.of(
                    new MailExchanger(10, "mx1.example.com"),
                    new MailExchanger(20, "mx2.example.com"))));
  }

  @Test
  void recognisesTheNullMx() {
    putMx(DOMAIN.value(), new MailExchanger(0, "."));

    List<MailExchanger> exchangers =
        mx().fold(found -> found, absent -> List.of(), failed -> List.of());
    assertThat(exchangers).singleElement().matches(MailExchanger::isNull);
  }

  @Test
  void tellsTheFamiliesOfAddressesApart() {
    putAddresses(DOMAIN.value(), "192.0.2.9", "2001:db8::2", "192.0.2.10", "2001:db8::1");

    assertThat(addresses())
        .isEqualTo(
            new HostAddresses(
                new Found<>(List.of(address("192.0.2.9"), address("192.0.2.10"))),
                new Found<>(List.of(address("2001:db8::1"), address("2001:db8::2")))));
  }

  @Test
  void saysWhichFamilyAHostHasNot() {
    putAddresses(DOMAIN.value(), "192.0.2.9");

    assertThat(addresses())
        .isEqualTo(
            new HostAddresses(
                new Found<>(List.of(address("192.0.2.9"))), new Absent<>(Reason.NO_SUCH_RECORD)));
  }

  @Test
  void saysThatAHostDoesNotExist() {
    assertThat(addresses())
        .isEqualTo(
            new HostAddresses(
                new Absent<>(Reason.NO_SUCH_NAME), new Absent<>(Reason.NO_SUCH_NAME)));
  }

  @Test
  void takesAMappedAddressForWhatItMaps() {
    putAddresses(DOMAIN.value(), "::ffff:10.0.0.1");

    assertThat(addresses().ipv6()).isEqualTo(new Found<>(List.of(address("10.0.0.1"))));
  }

  @Test
  void failureOfAHostIsNoAbsenceOfAddresses() {
    putAddresses(DOMAIN.value(), "192.0.2.9");
    fail(DOMAIN.value());

    assertThat(addresses().ipv4()).isInstanceOf(TemporaryFailure.class);
    assertThat(addresses().ipv6()).isInstanceOf(TemporaryFailure.class);
  }

  @Test
  void asksAfreshEachTime() {
    assertThat(txt()).isInstanceOf(Absent.class);
    putTxt(NAME.value(), bytes("first"));
    assertThat(txt()).isEqualTo(new Found<>(List.of("first")));
    putTxt(NAME.value(), bytes("second"));
    assertThat(txt()).isEqualTo(new Found<>(List.of("second")));
    remove(NAME.value());
    assertThat(txt()).isEqualTo(new Absent<>(Reason.NO_SUCH_NAME));
  }

  private LookupOutcome<String> txt() {
    return await(lookup().txt(NAME));
  }

  private LookupOutcome<MailExchanger> mx() {
    return await(lookup().mx(DOMAIN));
  }

  private HostAddresses addresses() {
    return lookup().addresses(DOMAIN).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The outcome, within ten seconds. */
  protected static <T> LookupOutcome<T> await(CompletionStage<LookupOutcome<T>> stage) {
    return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
