package farol.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.Report;
import farol.domain.report.Reports;
import farol.domain.shared.DomainName;
import farol.wire.mail.Envelope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittersTest {
  @Test
  void reportIsRightBeforeTheMailAroundIt() {
    assertThat(submitters("a@contact.example", "header.example", "b@from.example"))
        .isEqualTo(names("contact.example"));
    assertThat(submitters(null, "header.example", "b@from.example"))
        .isEqualTo(names("header.example"));
    assertThat(submitters(null, null, "b@from.example")).isEqualTo(names("from.example"));
    assertThat(submitters(null, null, null)).isEmpty();
  }

  @Test
  void whatNamesNoDomainIsPassedOver() {
    assertThat(submitters("call us", "Example Inc.", "b@from.example"))
        .isEqualTo(names("from.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls@sender.example",
        "mailto:tls@sender.example",
        "TLS reports <tls@SENDER.example>",
        "tls@Sender.example <TLS@sender.EXAMPLE>",
        "TLS reports: tls@sender.example;",
        "TLS reports: tls@sender.example, \"others\" <tls2@sender.example>;",
        "\"tls@sender.example\" <tls@sender.example>",
        "tls@sender.example (nobody reads this)",
        " sender.example. ",
      })
  void takesTheDomainOfAnAddress(String from) {
    assertThat(submitters(null, null, from)).isEqualTo(names("sender.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "noreply@google.com <x@attacker.example>",
    "'x@attacker.example, noreply@google.com'",
    "'Google: noreply@google.com, x@attacker.example;'",
    "'undisclosed senders:;'",
    "'@'",
    "a@b@c",
    "tls@localhost",
    "tls@[192.0.2.1]"
  })
  void takesNoneOfSeveral(String from) {
    assertThat(submitters(null, null, from)).isEmpty();
  }

  private static Set<DomainName> submitters(
      @Nullable String contact, @Nullable String header, @Nullable String from) {
    Report report = new Report("Sender", contact, "1", Reports.DAY, List.of());
    return Submitters.of(new Envelope(from, null, null, header, null, "", null), report);
  }

  private static Set<DomainName> names(String name) {
    return Set.of(new DomainName(name));
  }
}
