package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.DomainRefusedException;
import farol.domain.monitored.DomainRefusedException.Reason;
import farol.web.kit.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddedRowTest {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  @Test
  void leadsToADomainThatIsThereAlready() {
    AddedRow row = refused("Example.COM.", Reason.ALREADY_MONITORED);

    assertThat(row.result()).isEqualTo("Already there");
    assertThat(row.href()).isEqualTo("domain?name=example.com");
    assertThat(row.added()).isFalse();
  }

  @Test
  void saysWhyANameIsRefused() {
    AddedRow row = refused("no name", Reason.NOT_REGISTRABLE);

    assertThat(row.isThere()).isFalse();
    assertThat(row.result()).isEqualTo("Refused");
    assertThat(row.text()).startsWith("no name is not a domain");
    assertThat(refused("example.com", Reason.DOMAIN_LIMIT).result()).isEqualTo("Over the limit");
  }

  @Test
  void showsTheBeginningOfALongText() {
    assertThat(refused("a".repeat(2_000), Reason.NOT_REGISTRABLE).entered())
        .isEqualTo("a".repeat(100) + "…");
  }

  @Test
  void showsNothingThatTurnsTheTextAround() {
    AddedRow row = refused("\u202emoc.elpmaxe", Reason.NOT_REGISTRABLE);

    assertThat(row.entered()).isEqualTo("\ufffdmoc.elpmaxe");
    assertThat(row.text()).doesNotContain("\u202e");
  }

  private static AddedRow refused(String entered, Reason reason) {
    return AddedRow.refused(entered, new DomainRefusedException(reason, "because"), ENGLISH);
  }
}
