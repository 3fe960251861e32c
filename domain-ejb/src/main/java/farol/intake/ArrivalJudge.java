package farol.intake;

import farol.dkim.DkimOutcome;
import farol.dkim.DkimVerifier;
import farol.dkim.Submitters;
import farol.domain.monitored.CollectorRoute;
import farol.domain.report.DkimGrade;
import farol.domain.report.Origin;
import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.domain.report.Submission;
import farol.domain.report.Way;
import farol.intake.Judged.Admitted;
import farol.intake.Judged.Dismissed;
import farol.wire.Reading;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import farol.wire.mail.Envelope;
import farol.wire.mail.MailReader;
import farol.wire.mail.MailReading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges what arrived: whether it is a report, whose, and who proves to have sent it. */
final class ArrivalJudge {
  private final ReportJudge reports;
  private final MailReader mails;
  private final DkimVerifier signatures;
  private final ArrivalRoutes routes;
  private final boolean onlyAligned;
  private final Clock clock;

  /**
   * @param onlyAligned whether reports in mailboxes must be signed by their reporters
   */
  ArrivalJudge(
      ReportReader reader,
      MailReader mails,
      DkimVerifier signatures,
      ArrivalRoutes routes,
      boolean onlyAligned,
      Clock clock) {
    this.reports = new ReportJudge(reader);
    this.mails = mails;
    this.signatures = signatures;
    this.routes = routes;
    this.onlyAligned = onlyAligned;
    this.clock = clock;
  }

  Judged mail(byte[] mail, Arrival arrival) {
    if (ReportReader.isReport(mail)) {
      return report(mail, arrival);
    }
    MailReading reading = mails.read(mail);
    if (reading instanceof MailReading.Nothing nothing) {
      return notTaken(nothing.announced(), nothing.code(), nothing.detail());
    }
    MailReading.Found found = (MailReading.Found) reading;
    Instant now = clock.instant();
    Reading report = reports.read(found.report(), now);
    if (report instanceof Reading.Refused refused) {
      return notTaken(found.announced(), refused.code(), refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) report;
    List<Submission> submissions = submissions(accepted, found, arrival, now);
    return submissions.isEmpty()
        ? foreign(accepted.report())
        : proven(submissions, found, arrival, now);
  }

  Judged report(byte[] body, Arrival arrival) {
    RawReport raw = new RawReport(body, null, null);
    Instant now = clock.instant();
    Reading reading = reports.read(raw, now);
    if (reading instanceof Reading.Refused refused) {
      return notTaken(true, refused.code(), refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) reading;
    List<Submission> submissions =
        admitted(routes.byName(accepted.report(), null, arrival.accountId()), accepted, raw, now);
    if (submissions.isEmpty()) {
      return foreign(accepted.report());
    }
    return arrival.way() == Way.MAIL
        ? graded(DkimOutcome.ofNoMail(), submissions, arrival)
        : from(arrival.origin(), submissions);
  }

  /** A mail to somebody else may have anything in it that begins like a report. */
  private static Dismissed notTaken(boolean announced, RefusalCode code, String reason) {
    return new Dismissed(announced ? Verdict.REFUSED : Verdict.NO_REPORT, code.name(), reason);
  }

  private static Dismissed foreign(Report report) {
    return new Dismissed(
        Verdict.FOREIGN,
        "FOREIGN",
        "a report must be about a domain that is proven here, this one is about "
            + ArrivalRoutes.named(report));
  }

  /** By the recipients' tokens; by name where these are of no domain that the report is about. */
  private List<Submission> submissions(
      Reading.Accepted reading, MailReading.Found mail, Arrival arrival, Instant now) {
    Envelope envelope = mail.envelope();
    List<Submission> all = new ArrayList<>();
    if (arrival.accountId() == null) {
      all.addAll(admitted(routes.byToken(envelope.recipients(), now), reading, mail.report(), now));
    }
    if (all.isEmpty()) {
      List<CollectorRoute> named =
          routes.byName(reading.report(), envelope.reportDomain(), arrival.accountId());
      all.addAll(admitted(named, reading, mail.report(), now));
    }
    List<String> odd =
        mail.warnings(reading.report()).stream().map(warning -> warning.code().name()).toList();
    return all.stream().map(submission -> submission.warnedOf(odd)).toList();
  }

  private static List<Submission> admitted(
      List<CollectorRoute> routes, Reading.Accepted reading, RawReport raw, Instant now) {
    List<Submission> admitted = new ArrayList<>();
    for (CollectorRoute route : routes) {
      if (ReportJudge.judge(route, reading, raw, now) instanceof Judgement.Admitted one) {
        admitted.add(one.submission());
      }
    }
    return admitted;
  }

  private Judged proven(
      List<Submission> submissions, MailReading.Found mail, Arrival arrival, Instant now) {
    DkimOutcome proof =
        signatures.verify(
            mail.mail(),
            Submitters.of(mail.envelope(), submissions.get(0).report()),
            mailedAt(arrival, mail.envelope(), now));
    return graded(proof, submissions, arrival);
  }

  private Judged graded(DkimOutcome proof, List<Submission> submissions, Arrival arrival) {
    return onlyAligned && arrival.way() == Way.MAIL && proof.grade() != DkimGrade.ALIGNED
        ? unproven(proof)
        : from(arrival.origin(proof), submissions);
  }

  /**
   * Also where DNS does not answer: who wants to be believed without a proof could see to that. It
   * has a code of its own, as such a mail is worth trying again.
   */
  private static Dismissed unproven(DkimOutcome proof) {
    return new Dismissed(
        Verdict.REFUSED,
        proof.grade() == DkimGrade.UNDECIDED ? "SIGNATURE_UNDECIDED" : "NOT_SIGNED_BY_REPORTER",
        "a report must be signed by its reporter: " + proof.detail());
  }

  /** What a mail says is good enough to tell old signatures from those that are used again. */
  private static Instant mailedAt(Arrival arrival, Envelope envelope, Instant now) {
    if (arrival.mailedAt() != null) {
      return arrival.mailedAt();
    }
    return envelope.sentAt() == null ? now : envelope.sentAt();
  }

  private static Admitted from(Origin origin, List<Submission> submissions) {
    return new Admitted(submissions.stream().map(submission -> submission.from(origin)).toList());
  }
}
