package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where Farol reads a mailbox, records that it proposes name that beside the collector. */
class MailAddressIT {
  private static final String NAME = "mail-address.com";

  @AutoClose private static RunningFarol farol;
  private static TestDomain domain;
  @AutoClose private static Browser browser;
  private static String collector;
  private static String mailbox;
  private static String record;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of("FAROL_MAIL_ADDRESS", "tlsrpt+{token}@farol.example"));
    domain = new TestDomain(farol, NAME).add().prove();
    collector = domain.known().path("collector").path("url").asText();
    mailbox =
        "mailto:tlsrpt+" + collector.substring(collector.lastIndexOf('/') + 1) + "@farol.example";
    record = "v=TLSRPTv1; rua=" + collector + "," + mailbox;
    browser = Browser.start(farol);
    browser.signIn("/");
    browser.prefer("en", "light");
  }

  @Test
  void theApiNamesBoth() throws Exception {
    assertThat(domain.known().path("collector").path("mailto").asText()).isEqualTo(mailbox);
    assertThat(domain.known().path("tlsrptRecord").path("value").asText()).isEqualTo(record);
  }

  @Test
  void settingsAndGeneratorShowBoth() {
    browser.open("/domain-settings?name=" + NAME);
    browser.awaitText("#collector-mailbox", mailbox);
    browser.awaitText("#tlsrpt-record", record);
    browser.click("#to-generator");

    browser.awaitText("#made-record", record);
    browser.awaitText("main", "some large senders report by mail only");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theMailboxAloneIsGoodEnoughToBePublished() throws Exception {
    domain.publish("_smtp._tls", "v=TLSRPTv1; rua=" + mailbox);
    browser.open("/domain?name=" + NAME);

    browser.awaitText("#tlsrpt-record", record);
    browser.awaitText("#tlsrpt-sighting", "We see it");
    domain.recheck();
    browser.open("/domain-published?name=" + NAME);
    assertThat(browser.awaitText("#tls-rpt", "mailto:tlsrpt+token-"))
        .contains("Mailbox that Farol reads")
        .doesNotContain(mailbox);
  }
}
