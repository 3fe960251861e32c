package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was normalised once stays as it is: else stored text would change when it is read again. */
class NormalFormsTest {
  private static final int TRIES = 1_000;

  @Property(tries = TRIES)
  void lineThatWasSanitisedIsClean(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 20) int longest) {
    String clean = new TextRules(new Warnings()).line("x", text, longest);

    Warnings warnings = new Warnings();
    assertThat(new TextRules(warnings).line("x", clean, longest)).isEqualTo(clean);
    assertThat(warnings.list()).isEmpty();
    assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(longest);
  }

  @Property(tries = TRIES)
  void linesThatWereSanitisedAreClean(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 20) int longest) {
    String clean = new TextRules(new Warnings()).lines("x", text, longest);

    Warnings warnings = new Warnings();
    assertThat(new TextRules(warnings).lines("x", clean, longest)).isEqualTo(clean);
    assertThat(warnings.list()).isEmpty();
  }

  @Property(tries = TRIES)
  void normalHostNameStaysSo(@ForAll("almostNames") String name) {
    String normal = HostName.normal(name);

    assertThat(HostName.normal(normal)).isEqualTo(normal);
  }

  @Property(tries = TRIES)
  void policyDomainThatIsReadStaysSo(@ForAll("almostNames") String name) throws RefusedException {
    String domain;
    try {
      domain = HostName.policyDomain(name);
    } catch (RefusedException e) {
      return;
    }
    assertThat(HostName.policyDomain(domain)).isEqualTo(domain);
  }

  @Property(tries = TRIES)
  void canonicalAddressStaysSo(@ForAll("almostAddresses") String text) {
    String canonical = IpAddress.canonical(text);

    if (canonical != null) {
      assertThat(IpAddress.canonical(canonical)).isEqualTo(canonical);
    }
  }

  @Property(tries = TRIES)
  void timeOfReportIsTheSameInEveryOffset(
      @ForAll @IntRange(min = 1_451_606_400, max = 2_000_000_000) int second,
      @ForAll("offsets") int offsetInMinutes)
      throws RefusedException {
    Instant instant = Instant.ofEpochSecond(second);

    Timestamp read = Timestamp.parse("x", OtherForms.withOffset(instant, offsetInMinutes));

    assertThat(read).isEqualTo(new Timestamp(instant, true));
  }

  @Provide
  Arbitrary<String> almostNames() {
    return Arbitraries.strings().withChars("aZ0-_..\u212a").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> almostAddresses() {
    Arbitrary<String> groups =
        Arbitraries.of("0", "0", "1", "db8", "FFFF", "0a", "")
            .list()
            .ofMinSize(3)
            .ofMaxSize(8)
            .map(parts -> String.join(":", parts));
    Arbitrary<String> octets =
        Arbitraries.integers()
            .between(0, 256)
            .list()
            .ofSize(4)
            .map(parts -> "%d.%d.%d.%d".formatted(parts.toArray()));
    return Arbitraries.oneOf(
        groups,
        octets,
        octets.map(octet -> "::ffff:" + octet),
        Combinators.combine(groups, octets).as((group, octet) -> group + ":" + octet));
  }

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers().between(-23 * 60 - 59, 23 * 60 + 59);
  }
}
