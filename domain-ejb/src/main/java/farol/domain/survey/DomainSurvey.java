package farol.domain.survey;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.SmtpProbe;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Looks at all that a domain publishes, at once. */
@Dependent
public class DomainSurvey {
  private final RecordLookup records;
  private final PolicyFetch policies;
  private final MailSurvey mail;

  /** Looks by these means. */
  @Inject
  public DomainSurvey(
      RecordLookup records, DaneLookup dane, PolicyFetch policies, SmtpProbe mailServers) {
    this.records = records;
    this.policies = policies;
    this.mail = new MailSurvey(records, dane, mailServers);
  }

  /**
   * Begins to look, and does not wait; may take a minute, or some where servers do not answer.
   * Completes as {@link RecordLookup} does.
   */
  public CompletionStage<Look> look(DomainName domain, Depth depth) {
    CompletionStage<Part> tlsRpt =
        txt(domain.child("_smtp._tls"), Aspect.of(Observed.TLSRPT_RECORD));
    return Part.all(
            depth == Depth.REPORTING
                ? List.of(tlsRpt, mail.records(domain), Part.completed(DomainSurvey::leaveStsOpen))
                : List.of(
                    tlsRpt,
                    txt(domain.child("_mta-sts"), Aspect.of(Observed.MTASTS_RECORD)),
                    policies.fetch(domain).thenApply(PolicySurvey::of),
                    mail.look(domain, depth)))
        .thenApply(DomainSurvey::look);
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
