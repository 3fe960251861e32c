package farol.intake;

import farol.dkim.DkimOutcome;
import farol.dkim.DkimVerifier;
import farol.dkim.RememberedKeys;
import farol.dkim.Submitters;
import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.CollectorRoute;
import farol.domain.report.Acceptance;
import farol.domain.report.DkimGrade;
import farol.domain.report.IntakeFullException;
import farol.domain.report.Origin;
import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.domain.report.ReportIntake;
import farol.domain.report.Submission;
import farol.domain.report.Way;
import farol.intake.Judged.Admitted;
import farol.intake.Judged.Dismissed;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.store.DatabaseException;
import farol.wire.Reading;
import farol.wire.ReportReader;
import farol.wire.Warning;
import farol.wire.mail.Envelope;
import farol.wire.mail.MailLimits;
import farol.wire.mail.MailReader;
import farol.wire.mail.MailReading;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes in reports that were not posted: in mails, or by themselves in a file. They go where the
 * mail's recipient has a collector's token, else to the domain that they report about. Nobody waits
 * for an answer, so there is no spool: what the database does not take stays where it came from.
 */
@ApplicationScoped
public class ReportArrivals {
  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject ArrivalRoutes routes;
  @Inject RecordLookup lookup;
  @Inject ReportCounters counters;
  @Inject Settings settings;
  @Inject Clock clock;

  private ReportJudge judge;
  private MailReader mails;
  private DkimVerifier signatures;
  private int mostBytes;
  private boolean onlyAligned;

  /** For the container, which calls {@link #start} before any other method. */
  @SuppressWarnings("NullAway.Init")
  public ReportArrivals() {}

  @PostConstruct
  void start() {
    mostBytes = mostBytes(settings);
    onlyAligned = settings.text(Setting.MAIL_TRUST).equals("aligned");
    MailLimits limits = MailLimits.ofSize(mostBytes);
    judge = new ReportJudge(reader);
    mails = new MailReader(limits);
    signatures = new DkimVerifier(new RememberedKeys(lookup), limits);
  }

  /** Bytes of a mail with a report that is just not too large, and what mails add to it. */
  private static int mostBytes(Settings settings) {
    return Math.toIntExact(2 * settings.number(Setting.LIMIT_BODY_BYTES) + (1 << 20));
  }

  /** Bytes of the largest mail that is read. */
  public int mostBytes() {
    return mostBytes;
  }

  /**
   * Reads and judges a mail; waits for DNS.
   *
   * @param mail as a mail program keeps it, in a file by itself
   */
  public Judged judgeMail(byte[] mail, Arrival arrival) {
    MailReading reading = mails.read(mail);
    if (reading instanceof MailReading.Nothing nothing) {
      return new Dismissed(Verdict.NO_REPORT, nothing.code().name(), nothing.detail());
    }
    MailReading.Found found = (MailReading.Found) reading;
    Instant now = clock.instant();
    Reading report = judge.read(found.report(), now);
    if (report instanceof Reading.Refused refused) {
      // A mail to somebody else may have anything in it that begins like a report.
      return new Dismissed(
          found.announced() ? Verdict.REFUSED : Verdict.NO_REPORT,
          refused.code().name(),
          refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) report;
    List<Submission> submissions =
        submissions(
            routes(accepted.report(), found.envelope(), arrival, now),
            withWarnings(accepted, found),
            found.report(),
            now);
    return submissions.isEmpty()
        ? foreign(accepted.report())
        : withProof(submissions, mail, found.envelope(), arrival, now);
  }

  /** Reads and judges what a reporter may post: JSON, or gzip with JSON in it. */
  public Judged judgeReport(byte[] body, Arrival arrival) {
    RawReport raw = new RawReport(body, null, null);
    Instant now = clock.instant();
    Reading reading = judge.read(raw, now);
    if (reading instanceof Reading.Refused refused) {
      return new Dismissed(Verdict.REFUSED, refused.code().name(), refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) reading;
    List<Submission> submissions =
        submissions(
            routes.byName(accepted.report(), null, arrival.accountId()), accepted, raw, now);
    Origin origin =
        new Origin(arrival.way(), null, null, false, "", arrival.source(), arrival.importId());
    return submissions.isEmpty() ? foreign(accepted.report()) : admitted(submissions, origin);
  }

  private List<CollectorRoute> routes(
      Report report, Envelope envelope, Arrival arrival, Instant now) {
    List<CollectorRoute> all = new ArrayList<>();
    if (arrival.accountId() == null) {
      all.addAll(routes.byToken(envelope.recipients(), now));
    }
    if (all.isEmpty()) {
      all.addAll(routes.byName(report, envelope.reportDomain(), arrival.accountId()));
    }
    return all;
  }

  private static Reading.Accepted withWarnings(Reading.Accepted reading, MailReading.Found mail) {
    List<Warning> warnings = new ArrayList<>(reading.warnings());
    warnings.addAll(mail.warnings(reading.report()));
    return new Reading.Accepted(reading.report(), warnings);
  }

  private static List<Submission> submissions(
      List<CollectorRoute> routes, Reading.Accepted reading, RawReport raw, Instant now) {
    return routes.stream()
        .flatMap(
            route ->
                ReportJudge.judge(route, reading, raw, now) instanceof Judgement.Admitted admitted
                    ? Optional.of(admitted.submission()).stream()
                    : Optional.<Submission>empty().stream())
        .toList();
  }

  private static Judged foreign(Report report) {
    return new Dismissed(
        Verdict.FOREIGN,
        "FOREIGN",
        "a report must be about a domain that is proven here, this one is about "
            + ArrivalRoutes.named(report));
  }

  private Judged withProof(
      List<Submission> submissions,
      byte[] mail,
      Envelope envelope,
      Arrival arrival,
      Instant now) {
    DkimOutcome proof =
        signatures.verify(
            mail,
            Submitters.of(envelope, submissions.get(0).report()),
            mailedAt(arrival, envelope, now));
    if (onlyAligned && arrival.way() == Way.MAIL && proof.grade() != DkimGrade.ALIGNED) {
      return new Dismissed(
          Verdict.REFUSED,
          "NOT_SIGNED_BY_REPORTER",
          "a report must be signed by its reporter, of this one " + proof.detail());
    }
    return admitted(
        submissions,
        new Origin(
            arrival.way(),
            proof.grade(),
            proof.domain() == null ? null : proof.domain().value(),
            proof.forReports(),
            proof.detail(),
            arrival.source(),
            arrival.importId()));
  }

  /** What a mail says is good enough to tell old signatures from those that are used again. */
  private static Instant mailedAt(Arrival arrival, Envelope envelope, Instant now) {
    if (arrival.mailedAt() != null) {
      return arrival.mailedAt();
    }
    return envelope.sentAt() == null ? now : envelope.sentAt();
  }

  private static Judged admitted(List<Submission> submissions, Origin origin) {
    return new Admitted(submissions.stream().map(submission -> submission.from(origin)).toList());
  }

  /**
   * Stores what was admitted. The stage completes once that is durable; exceptionally if the
   * database takes nothing now, so that it has to be tried again later.
   */
  public CompletionStage<Ending> store(Admitted admitted) {
    List<CompletableFuture<Acceptance>> attempts =
        admitted.submissions().stream().map(this::submit).toList();
    return CompletableFuture.allOf(attempts.toArray(CompletableFuture[]::new))
        .handle((all, failure) -> failure == null ? stored(attempts) : refused(failure))
        .whenComplete(this::count);
  }

  private CompletableFuture<Acceptance> submit(Submission submission) {
    try {
      return intake.submit(submission).toCompletableFuture();
    } catch (IntakeFullException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  /** The best of what became of it with several accounts. */
  private static Ending stored(List<CompletableFuture<Acceptance>> attempts) {
    List<Acceptance> all = attempts.stream().map(CompletableFuture::join).toList();
    if (all.contains(Acceptance.STORED) || all.contains(Acceptance.CONFLICTING)) {
      return Ending.taken(Verdict.STORED);
    }
    return all.contains(Acceptance.DUPLICATE)
        ? Ending.taken(Verdict.DUPLICATE)
        : new Ending(Verdict.FOREIGN, "FOREIGN", "its domain was deleted meanwhile");
  }

  /** Of what the database refuses for what it says, trying again would make nothing better. */
  private static Ending refused(Throwable failure) {
    Throwable cause = Outage.cause(failure);
    if (cause instanceof DatabaseException refused && refused.isAboutValues()) {
      return new Ending(Verdict.REFUSED, "NOT_STORABLE", "the database refuses what it says");
    }
    throw new CompletionException(cause);
  }

  private void count(@Nullable Ending ending, @Nullable Throwable failure) {
    if (ending != null) {
      counters.countReceived();
      counters.count(
          switch (ending.verdict()) {
            case STORED -> Outcome.STORED;
            case DUPLICATE -> Outcome.DUPLICATE;
            case FOREIGN, NO_REPORT, REFUSED -> Outcome.REFUSED;
          });
    }
  }
}
