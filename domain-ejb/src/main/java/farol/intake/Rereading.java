package farol.intake;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.monitored.CollectorRoute;
import farol.domain.quarantine.Quarantine;
import farol.domain.report.Acceptance;
import farol.domain.report.KeptBytes;
import farol.domain.report.ReportIntake;
import farol.domain.report.ReportRevision;
import farol.domain.report.Revision;
import farol.domain.report.Submission;
import farol.intake.Kept.Kind;
import farol.wire.ReportReader;
import farol.wire.WarningCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads kept bytes again, after the reader has improved or its limits were changed: those of stored
 * reports, which are then counted by what they say now, and refused bodies, which become reports if
 * they can be read by now. They are judged as of the time when they came.
 */
@Stateless
public class Rereading {
  @Inject ReportRevision reports;
  @Inject Quarantine quarantine;
  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject AuditLog audit;

  /**
   * What there is to be read, in order, after the one given.
   *
   * @param domain only what came for this domain, an A-label; null: all
   */
  public List<Kept> kept(@Nullable String domain, Kept after, int most) {
    List<Kept> all = new ArrayList<>();
    if (after.kind() == Kind.REPORT) {
      reports.ids(domain, after.id(), most).forEach(id -> all.add(new Kept(Kind.REPORT, id)));
    }
    if (all.isEmpty()) {
      long last = after.kind() == Kind.REFUSED ? after.id() : 0;
      quarantine.ids(domain, last, most).forEach(id -> all.add(new Kept(Kind.REFUSED, id)));
    }
    return all;
  }

  /**
   * Reads one again for a person, who may have it read: it is of this account. Written down first:
   * what comes of it is stored in other transactions.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Reread again(long accountId, Kept kept) {
    audit.record(accountId, Change.of(AuditAction.REPORT_REPROCESSED, kept.text()));
    return again(kept);
  }

  /** Reads one again. Outside of any transaction that its caller has. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Reread again(Kept kept) {
    return switch (kept.kind()) {
      case REPORT ->
          judged(reports.find(kept.id()), now -> outcome(reports.revise(kept.id(), now)));
      case REFUSED -> judged(quarantine.find(kept.id()), now -> takeIn(kept.id(), now));
    };
  }

  private static Reread.Outcome outcome(Revision revision) {
    return switch (revision) {
      case UNCHANGED -> Reread.Outcome.UNCHANGED;
      case CHANGED -> Reread.Outcome.CHANGED;
      case MERGED -> Reread.Outcome.MERGED;
      case GONE -> Reread.Outcome.GONE;
    };
  }

  private Reread judged(
      Optional<KeptBytes> bytes, Function<Submission, Reread.Outcome> whenAdmitted) {
    if (bytes.isEmpty()) {
      return Reread.of(Reread.Outcome.GONE);
    }
    KeptBytes kept = bytes.get();
    CollectorRoute route =
        new CollectorRoute(kept.domainId(), kept.domain(), kept.mxHosts(), false, null);
    Judgement judgement =
        new ReportJudge(reader).judge(Optional.of(route), kept.raw(), kept.receivedAt());
    return judgement instanceof Judgement.Admitted admitted
        ? Reread.of(whenAdmitted.apply(admitted.submission().warnedOf(ofMail(kept))))
        : Reread.refused((Judgement.Refused) judgement);
  }

  /** Of the mail nothing is kept but these. */
  private static List<String> ofMail(KeptBytes kept) {
    return kept.warnings().stream().filter(WarningCode::isOfMail).toList();
  }

  /** Stores it before it leaves the quarantine: in between it is in both, and a duplicate later. */
  private Reread.Outcome takeIn(long id, Submission submission) {
    Acceptance acceptance = store(submission);
    quarantine.release(id);
    return switch (acceptance) {
      case STORED, CONFLICTING -> Reread.Outcome.STORED;
      case DUPLICATE -> Reread.Outcome.DUPLICATE;
      case DOMAIN_GONE -> Reread.Outcome.GONE;
    };
  }

  private Acceptance store(Submission submission) {
    try {
      return intake.submit(submission).toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while storing a report", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report could not be stored", e);
    }
  }
}
