package farol.browser;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestImport;
import farol.acceptance.TestPosture;
import farol.domain.survey.Observed;
import farol.intake.mailbox.SampleMails;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A portal with something in every part of its pages, and the addresses of all of these: one domain
 * with reports and all that it publishes, and one that waits.
 */
final class FilledPortal implements AutoCloseable {
  static final String REPORTED = "pages-reported.com";
  static final String WAITING = "pages-waiting.com";

  private final RunningFarol farol;
  private final TestDomain waiting;
  private final TestDomain reported;
  private final List<TestImport> imports = new ArrayList<>();

  private FilledPortal(RunningFarol farol) {
    this.farol = farol;
    this.waiting = new TestDomain(farol, WAITING);
    this.reported = new TestDomain(farol, REPORTED);
  }

  static FilledPortal fill() throws Exception {
    FilledPortal portal = new FilledPortal(RunningFarol.shared());
    portal.waiting.add();
    portal.reported.add().prove();
    portal.reported.send(portal.reported.report());
    portal.reported.rollUp();
    portal.reported.sendRefused("{\"organization-name\":");
    portal.reported.hostPolicy();
    portal.publish();
    portal.setAside();
    portal.reported.came("1@" + REPORTED, "MAIL", "OTHER_SIGNER", "other.example", "reports");
    portal.importFiles();
    return portal;
  }

  /** Has a mail in a mailbox that can't be taken in. */
  private void setAside() throws Exception {
    Client client = new Client(farol);
    Files.writeString(
        RunningFarol.dropFolder().resolve("cut.eml"), SampleMails.poisoned(REPORTED, "cut"));
    Client.await(
        () -> {
          client.runJob("mailbox-intake");
          return client.get("/api/v1/mailboxes").body().findValues("code");
        },
        codes -> codes.stream().anyMatch(code -> code.asText().equals("BAD_JSON")));
  }

  private void publish() throws Exception {
    String server = "mx1." + REPORTED + " 192.0.2.1";
    TestPosture posture = new TestPosture(farol, REPORTED);
    String certificate = posture.certificate("CN=mx1", "mx1." + REPORTED, 20);
    posture
        .see(Observed.TLSRPT_RECORD, "", "v=TLSRPTv1; rua=mailto:tls@other.example")
        .see(Observed.MTASTS_RECORD, "", "v=STSv1; id=1")
        .see(
            Observed.MTASTS_POLICY,
            "ipv4",
            "version: STSv1\nmode: enforce\nmx: mx2." + REPORTED + "\nmax_age: 604800\n")
        .see(Observed.POLICY_FETCH, "ipv4", "FETCHED\ntext/plain")
        .see(Observed.POLICY_CERTIFICATE, "ipv4", certificate)
        .see(Observed.MX, "", "10 mx1." + REPORTED + "\n20 mx2." + REPORTED)
        .see(Observed.DNSSEC, REPORTED, "INSECURE")
        .see(Observed.TLSA, "mx1." + REPORTED, "3 1 1 " + "ab".repeat(32))
        .see(Observed.MAIL_SERVER, server, "TLSv1.3")
        .see(Observed.MAIL_CERTIFICATE, server, certificate)
        .see(Observed.MAIL_SERVER, "mx2." + REPORTED + " 2001:db8::2", "CONNECT_TIMEOUT")
        .see(Observed.TLSRPT_RECORD, "", "v=TLSRPTv1; rua=mailto:other@other.example");
  }

  private void importFiles() throws Exception {
    TestImport broken = TestImport.add(farol, "broken.zip", "FAILED", "the archive ends too early");
    TestImport running = TestImport.add(farol, "running.mbox", "RUNNING", null);
    TestImport imported =
        TestImport.add(farol, "reports.zip", "DONE", null)
            .refuse("reports.zip!1.json", "REFUSED", "BAD_JSON", "not JSON at line 1")
            .refuse("reports.zip!2.json", "FOREIGN", "FOREIGN", "it is about example.net");
    imports.addAll(List.of(imported, broken, running));
  }

  /** Somebody who may do everything, at the first page. */
  Browser signIn() {
    Browser browser = Browser.start(farol);
    browser.signIn("/");
    return browser;
  }

  /** Each page, and each that looks otherwise by what its address asks for. */
  List<String> pages() throws Exception {
    return List.of(
        "/",
        "/domains",
        "/domains?find=waiting&show=pending&sort=-added",
        "/domains?find=missing",
        "/domains-add",
        "/domain?name=" + REPORTED,
        "/domain?name=" + WAITING,
        "/failures",
        "/domain-failures?name=" + REPORTED,
        "/domain-failures?name=" + WAITING,
        "/domain-failures?name=" + REPORTED + "&by=mx&cause=certificate-expired&page=9",
        "/domain-reports?name=" + REPORTED,
        "/domain-reports?name=" + REPORTED + "&show=failures&sort=-failed&days=14",
        "/domain-reports?name=" + REPORTED + "&reporter=missing",
        "/domain-mail?name=" + REPORTED,
        "/domain-mail?name=" + WAITING,
        "/domain-published?name=" + REPORTED,
        "/domain-published?name=" + WAITING,
        "/domain-refused?name=" + REPORTED,
        "/domain-refused?name=" + WAITING,
        "/domain-hosting?name=" + REPORTED,
        "/domain-hosting?name=" + WAITING,
        "/domain-hosting?name=" + REPORTED + "&mode=stop",
        "/domain-settings?name=" + REPORTED,
        reported.reportPage(),
        "/domain-reports?name=" + REPORTED + "&came=unproven",
        "/imports",
        "/imports?id=" + imports.get(0).id(),
        "/account",
        "/profile",
        "/users",
        "/tokens",
        "/audit",
        "/audit?all=true&action=DOMAIN_ADDED&actor=admin",
        "/operations",
        "/tools",
        "/tools/report",
        "/tools/record-check?domain=" + REPORTED,
        "/tools/record-check?domain=https://" + REPORTED,
        "/tools/mta-sts?domain=" + REPORTED,
        "/tools/mta-sts?domain=missing.example",
        "/tools/record-syntax?record=v=TLSRPTv1;+rua=tls@example.com&domain=example.com",
        "/tools/record?domain=" + REPORTED + "&collector=true&rua=tls@example.com",
        "/tools/record?domain=example.com&rua=ftp://example.com",
        "/sign-in");
  }

  @Override
  public void close() throws Exception {
    for (TestImport each : imports) {
      each.close();
    }
    reported.close();
    waiting.close();
  }
}
