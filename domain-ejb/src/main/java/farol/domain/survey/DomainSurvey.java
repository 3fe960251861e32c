package farol.domain.survey;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.HurriedDaneLookup;
import farol.domain.lookup.HurriedRecordLookup;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.SmtpProbe;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Looks at all that a domain publishes, at once. */
@Dependent
public class DomainSurvey {
  /**
   * How long servers may take, their queues included. With two look-ups of 20 seconds before, a
   * look takes less than the time of a batch job's transaction, in which a chunk of looks is
   * awaited.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(80);

  private final RecordLookup records;
  private final DaneLookup dane;
  private final PolicyFetch policies;
  private final SmtpProbe mailServers;
  private final MailSurvey mail;
  private final Duration patience;

  /** Looks by these means. */
  @Inject
  public DomainSurvey(
      RecordLookup records, DaneLookup dane, PolicyFetch policies, SmtpProbe mailServers) {
    this(records, dane, policies, mailServers, PATIENCE);
  }

  DomainSurvey(
      RecordLookup records,
      DaneLookup dane,
      PolicyFetch policies,
      SmtpProbe mailServers,
      Duration patience) {
    this.records = records;
    this.dane = dane;
    this.policies = policies;
    this.mailServers = mailServers;
    this.mail = new MailSurvey(records, dane, mailServers, patience);
    this.patience = patience;
  }

  /**
   * The same for somebody who waits: a look-up may take so long, and a server twice that, as well
   * as a whole look that touches no mail server.
   */
  public DomainSurvey hurried(Duration most) {
    return new DomainSurvey(
        new HurriedRecordLookup(records, most),
        new HurriedDaneLookup(dane, most),
        policies,
        mailServers,
        most.multipliedBy(2));
  }

  /**
   * Begins to look, and does not wait. Takes two minutes at most: what has not answered by then is
   * left open. Completes as {@link RecordLookup} does.
   */
  public CompletionStage<Look> look(DomainName domain, Depth depth) {
    return Part.all(
            switch (depth) {
              case REPORTING ->
                  List.of(
                      tlsRpt(domain),
                      mail.records(domain),
                      Part.completed(DomainSurvey::leaveStsOpen));
              case MTA_STS ->
                  List.of(
                      mtaSts(domain),
                      policy(domain),
                      mail.records(domain),
                      Part.completed(look -> look.leaveOpen(Aspect.of(Observed.TLSRPT_RECORD))));
              case RECORDS, MAIL_SERVERS ->
                  List.of(tlsRpt(domain), mtaSts(domain), policy(domain), mail.look(domain, depth));
            })
        .thenApply(DomainSurvey::look);
  }

  private CompletionStage<Part> tlsRpt(DomainName domain) {
    return txt(domain.child("_smtp._tls"), Aspect.of(Observed.TLSRPT_RECORD));
  }

  private CompletionStage<Part> mtaSts(DomainName domain) {
    return txt(domain.child("_mta-sts"), Aspect.of(Observed.MTASTS_RECORD));
  }

  private CompletionStage<Part> policy(DomainName domain) {
    return Part.within(
        patience, policies.fetch(domain).thenApply(PolicySurvey::of), PolicySurvey::missAnswer);
  }

  private static void leaveStsOpen(Look.Builder look) {
    Stream.of(
            Observed.MTASTS_RECORD,
            Observed.MTASTS_POLICY,
            Observed.POLICY_FETCH,
            Observed.POLICY_CERTIFICATE)
        .forEach(kind -> look.leaveOpen(Aspect.of(kind)));
  }

  private static Look look(Part part) {
    Look.Builder look = Look.builder();
    part.accept(look);
    return look.build();
  }

  private CompletionStage<Part> txt(OwnerName name, Aspect aspect) {
    return records.txt(name).thenApply(outcome -> Part.of(aspect, outcome));
  }
}
