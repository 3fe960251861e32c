package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestPosture;
import farol.dns.TestZone;
import farol.domain.survey.Observed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** What a domain publishes, on its pages and on the dashboard. */
class DomainPostureIT {
  private static final String NAME = "posture-pages.com";
  private static final String POLICY =
      "version: STSv1\nmode: testing\nmx: mx1.posture-pages.com\nmax_age: 604800\n";

  @AutoClose private static TestDomain domain;
  private static TestPosture posture;
  private static TestZone zone;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void publish() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    zone = farol.dns().zone();
    zone.addMx(NAME, 10, "mx1." + NAME);
    zone.addMx(NAME, 20, "mx2." + NAME);
    domain = new TestDomain(farol, NAME).add().prove();
    posture = new TestPosture(farol, NAME);
    browser = Browser.start(farol);
    browser.signIn("/domain?name=" + NAME);
  }

  @AfterAll
  static void leave() throws Exception {
    zone.remove(NAME);
  }

  @Test
  void ownerFollowsWhatIsFound() throws Exception {
    domain.publish("_smtp._tls", "v=TLSRPTv1; rua=mailto:tls@other.example");
    domain.recheck();
    browser.open("/domain?name=" + NAME);
    browser.click("#tab-mail");
    browser.click("#check-now");
    browser.awaitText("#messages", "Farol looks at posture-pages.com within a minute.");
    browser.awaitText("#look-under-way", "A look is under way.");
    assertThat(browser.path()).isEqualTo("/domain-mail?name=" + NAME);
    assertThat(browser.all("#check-now")).isEmpty();
    domain.recheck();
    browser.evaluate("(lookAgain(), true)"); // as the page does by itself after a while
    browser.find("#check-now");
    assertThat(browser.all("#look-under-way")).isEmpty();
    assertThat(browser.text("#looked")).startsWith("As of");
    assertThat(browser.text("[data-host='mx1.posture-pages.com']"))
        .contains("Preference 10", "No DANE");

    browser.click("#tab-published");
    assertThat(browser.text("#tls-rpt"))
        .contains("v=TLSRPTv1; rua=mailto:tls@other.example", "Elsewhere", "NOT_OURS");
    browser.click(".moment-first summary");
    assertThat(browser.text("#changes"))
        .contains(
            "First seen\nTLS-RPT record", "+ added\nv=TLSRPTv1; rua=mailto:tls@other.example");

    domain.publish("_smtp._tls", domain.known().path("tlsrptRecord").path("value").asText());
    domain.recheck();
    browser.open("/domain-published?name=" + NAME);
    assertThat(browser.text("#tls-rpt")).contains("This collector", "(token-");
    browser.click("#topic-tls-rpt");
    assertThat(browser.path())
        .isEqualTo("/domain-published?name=" + NAME + "&kind=tls-rpt#changes");
    assertThat(browser.text(".change:first-child"))
        .contains("Changed", "− removed\nv=TLSRPTv1; rua=mailto:tls@other.example", "+ added");
    assertThat(browser.text("#changes")).doesNotContain("MX records");

    showsCertificatesAndTheirDays();
    dashboardShowsItInARow();
    assertThat(browser.complaints()).isEmpty();
  }

  private static void showsCertificatesAndTheirDays() throws Exception {
    String first = posture.certificate("CN=mx1", "mx1." + NAME, 60);
    String expired = posture.certificate("CN=mx2", "mx2." + NAME, -3);
    posture
        .see(Observed.MTASTS_RECORD, "", "v=STSv1; id=1")
        .see(Observed.MTASTS_POLICY, "ipv4", POLICY)
        .see(Observed.MTASTS_POLICY, "ipv6", POLICY.replace("testing", "enforce"))
        .see(Observed.POLICY_FETCH, "ipv4", "FETCHED\ntext/plain")
        .see(Observed.POLICY_FETCH, "ipv6", "FETCHED\ntext/plain")
        .see(Observed.POLICY_CERTIFICATE, "ipv4", first)
        .see(Observed.MAIL_SERVER, "mx1." + NAME + " 192.0.2.1", "TLSv1.3")
        .see(Observed.MAIL_CERTIFICATE, "mx1." + NAME + " 192.0.2.1", first)
        .see(Observed.MAIL_SERVER, "mx1." + NAME + " 2001:db8::1", "TLSv1.2")
        .see(Observed.MAIL_CERTIFICATE, "mx1." + NAME + " 2001:db8::1", first)
        .see(Observed.MAIL_SERVER, "mx2." + NAME + " 192.0.2.2", "NO_STARTTLS")
        .see(Observed.MAIL_CERTIFICATE, "mx2." + NAME + " 192.0.2.2", expired);

    browser.open("/domain-mail?name=" + NAME);
    assertThat(browser.text("[data-host='mx1.posture-pages.com']"))
        .contains("In the MTA-STS policy", "TLS 1.3", "TLS 1.2", "60 days left", first)
        .contains("The same certificate as at 192.0.2.1.");
    assertThat(browser.text("[data-host='mx2.posture-pages.com']"))
        .contains("Not in the MTA-STS policy", "Offers no TLS", "NO_STARTTLS", "Expired")
        .contains("CERTIFICATE_EXPIRED");
    assertThat(browser.text("#mail-findings"))
        .contains("MX_NOT_IN_POLICY", "the policy does not name mx2.posture-pages.com");
    assertThat(browser.text("#policy-host")).contains("mta-sts.posture-pages.com", "60 days left");

    browser.open("/domain-published?name=" + NAME);
    assertThat(browser.text("#mta-sts"))
        .contains("IPv4", "mode: testing", "IPv6", "mode: enforce", "POLICIES_DIFFER")
        .contains("604,800 seconds");
  }

  private static void dashboardShowsItInARow() {
    browser.open("/");
    String row = "#domain-matrix tr[data-domain='" + NAME + "'] ";
    assertThat(browser.text(row + "[data-column='tls-rpt']")).isEqualTo("here");
    assertThat(browser.text(row + "[data-column='mta-sts']")).isEqualTo("testing");
    assertThat(browser.text(row + "[data-column='dane']")).isEqualTo("none");
    assertThat(browser.text(row + "[data-column='covered']")).isEqualTo("1 of 2");
    assertThat(browser.text(row + "[data-column='certificate']")).isEqualTo("Expired");

    browser.click(row + "[data-column='certificate'] a");
    browser.awaitText("[data-host='mx2.posture-pages.com']", "Expired");
    browser.open("/");
    browser.click(row + "[data-column='mta-sts'] a");
    WebElement card = browser.find("#mta-sts");
    assertThat(card.isDisplayed()).isTrue();
    assertThat(browser.path()).isEqualTo("/domain-published?name=" + NAME + "#mta-sts");
  }

  @Test
  void newDomainIsWaitedFor() throws Exception {
    try (TestDomain unseen = new TestDomain(RunningFarol.shared(), "posture-new.com")) {
      zone.servfail(unseen.name());
      zone.servfail("_smtp._tls." + unseen.name());
      unseen.add();

      browser.open("/domain-mail?name=" + unseen.name());
      browser.awaitText("#mail-empty", "The mail hosts are not known yet");
      browser.awaitText("#looked", "Not looked at yet");
      browser.open("/domain-published?name=" + unseen.name());
      browser.awaitText("#published-empty", "What the domain publishes is not known yet");
    } finally {
      zone.remove("posture-new.com");
    }
  }

  @Test
  void domainThatIsNotProvenHasItsServersLeftAlone() throws Exception {
    try (TestDomain pending = new TestDomain(RunningFarol.shared(), "posture-pending.com")) {
      zone.addMx(pending.name(), 10, "mx." + pending.name());
      pending.add().recheck();

      browser.open("/domain-mail?name=" + pending.name());
      assertThat(browser.text("#mail-unprobed")).contains("talks to no mail server");
      assertThat(browser.text("[data-host='mx.posture-pending.com']"))
          .contains("before the domain is proven to be yours");
    } finally {
      zone.remove("posture-pending.com");
    }
  }

  @Test
  void domainThatTakesNoMailSaysSo() throws Exception {
    try (TestDomain quiet = new TestDomain(RunningFarol.shared(), "posture-null-mx.com")) {
      zone.addMx(quiet.name(), 0, ".");
      quiet.add().prove().recheck();

      browser.open("/domain-mail?name=" + quiet.name());
      assertThat(browser.text("#mail-findings")).contains("NULL_MX", "it takes no mail");
      assertThat(browser.all("[data-host]")).isEmpty();
    } finally {
      zone.remove("posture-null-mx.com");
    }
  }

  @Test
  void nobodyElsesDomainIsShown() {
    browser.open("/domain-mail?name=other.example");
    browser.awaitText("main", "There is nothing here");
    browser.open("/domain-published?name=other.example");
    browser.awaitText("main", "There is nothing here");
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
  }
}
