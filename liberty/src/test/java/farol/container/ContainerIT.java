package farol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.acceptance.Client;
import farol.acceptance.ReportMix;
import farol.domain.account.AccountService;
import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.SecureOutcome;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.TokenSeal;
import farol.domain.report.RawReport;
import farol.domain.shared.DomainName;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import farol.intake.Destination;
import farol.intake.ReportDelivery;
import farol.network.IpAddress;
import farol.store.Sql;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the server does: transactions, injection, batch runs and persistent timers. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {
  private static final String FAILING_SLICES =
      """
      create function refuse() returns trigger language plpgsql as
        'begin raise exception ''refused''; end';
      create trigger refuse before insert on rollup_slice execute function refuse()
      """;

  @Inject AccountService accounts;
  @Inject MonitoredDomainService domains;
  @Inject DaneLookup dane;
  @Inject PolicyFetch policies;
  @Inject SmtpProbe probe;
  @Inject ReportDelivery reports;
  @Inject RollupService rollups;
  @Inject ScheduledRuns runs;
  @Inject Sql sql;
  @Inject TokenSeal seal;

  /** The archive of the distribution, with these tests as one more module. */
  @Deployment
  static EnterpriseArchive application() throws IOException {
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addPackage(ContainerIT.class.getPackage())
            .addClasses(ReportMix.class, Client.class)
            .addAsLibrary(jarOf(Assertions.class))
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    EnterpriseArchive farol =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class,
            Path.of(System.getProperty("farol.home"), "wlp/usr/servers/farol/apps/farol.ear")
                .toFile());
    String modules = text(farol, "META-INF/application.xml");
    return farol
        .addAsModule(Testable.archiveToTest(tests))
        .setApplicationXML(
            new StringAsset(
                modules.replace(
                    "<library-directory>",
                    """
                    <module>
                        <web>
                          <web-uri>tests.war</web-uri>
                          <context-root>/tests</context-root>
                        </web>
                      </module>
                      <library-directory>""")));
  }

  @BeforeEach
  void forget() {
    sql.update("delete from account");
  }

  @Test
  void domainThatOneCallAddsIsFoundByTheNextAndRoutesReports() {
    long account = accounts.accountOf("founder").id();
    MonitoredDomain added = domains.add(account, "Example.COM.");

    assertThat(domains.find(account, added.name())).contains(added);
    assertThat(reports.route(added.collector().token(seal).value()).flatMap(Destination::route))
        .map(CollectorRoute::domainId)
        .contains(added.id());
  }

  @Test
  void recomputationThatFailsHalfwayLeavesNothing() throws Exception {
    sql.update(FAILING_SLICES);
    DomainDay day;
    try {
      day = reportedDay();
      assertThatThrownBy(() -> rollups.recompute(day)).isInstanceOf(EJBException.class);

      assertThat(rolledUpDays()).isZero();
      assertThat(rollups.dirty(DomainDay.FIRST, 1)).containsExactly(day);
    } finally {
      sql.update("drop function refuse cascade");
    }
    rollups.recompute(day);
    assertThat(rolledUpDays()).isEqualTo(1);
    assertThat(rollups.dirty(DomainDay.FIRST, 1)).isEmpty();
  }

  @Test
  void jobRunsToItsEnd() throws Exception {
    reportedDay();

    long run = runs.start("report-rollup");

    assertThat(
            Client.await(() -> runs.state(run), state -> state.compareTo(BatchStatus.STOPPED) >= 0))
        .isEqualTo(BatchStatus.COMPLETED);
    assertThat(rolledUpDays()).isEqualTo(1);
  }

  @Test
  void persistentTimerStartsTheRollUpByItself() throws Exception {
    reportedDay();

    Client.await(this::rolledUpDays, days -> days == 1);
    Client.await(this::keptTimersThatHaveFired, timers -> timers > 0);
  }

  /** The DNS server here has no names and signs nothing, so that a proof ends at the root. */
  @Test
  void looksAtWhatOthersPublishAndRun() throws Exception {
    DomainName domain = DomainName.parse("example.com");
    IpAddress loopback = IpAddress.parse("127.0.0.1").orElseThrow();

    assertThat(policies.fetch(domain).toCompletableFuture().get().ipv4())
        .isInstanceOfSatisfying(
            PolicyAnswer.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(PolicyFailure.NO_ADDRESS));
    assertThat(dane.mx(domain).toCompletableFuture().get())
        .isInstanceOfSatisfying(
            SecureOutcome.Failed.class,
            failed -> assertThat(failed.detail()).contains("trust anchor"));
    assertThat(probe.probe(domain, loopback).toCompletableFuture().get())
        .isInstanceOfSatisfying(
            SmtpOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(SmtpFailure.FORBIDDEN_ADDRESS));
  }

  /** A day that a report has just come in for. */
  private DomainDay reportedDay() throws Exception {
    MonitoredDomain domain = domains.add(accounts.accountOf("founder").id(), "example.com");
    Destination destination = reports.route(domain.collector().token(seal).value()).orElseThrow();
    byte[] report = new ReportMix("container", 1).next().json();
    reports
        .deliver(destination, new RawReport(report, "application/tlsrpt+json", null))
        .toCompletableFuture()
        .get();
    return rollups.dirty(DomainDay.FIRST, 1).get(0);
  }

  private long rolledUpDays() {
    return sql.find("select count(*) from rollup_day", row -> row.getLong(1)).orElseThrow();
  }

  private long keptTimersThatHaveFired() {
    return sql.find(
            "select count(*) from wlptask where iname like '%JobSchedule' and prevstop is not null",
            row -> row.getLong(1))
        .orElseThrow();
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String text(EnterpriseArchive archive, String path) throws IOException {
    try (InputStream in = archive.get(path).getAsset().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
