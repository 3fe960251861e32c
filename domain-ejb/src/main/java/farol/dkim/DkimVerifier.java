package farol.dkim;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.RecordLookup;
import farol.domain.report.DkimGrade;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.wire.mail.MailLimits;
import farol.wire.mail.SignableMail;
import farol.wire.mail.SignableMail.Field;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Proves who signed a mail.
 *
 * <p>Whatever the bytes are, the answer is a {@link DkimOutcome}, never an exception. Any good
 * signature is enough; {@link #MOST_TRIED} are tried, those of the submitters first, each with one
 * look-up at most. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-6">RFC 6376, section 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-3">RFC 8460, section 3</a>
 */
public final class DkimVerifier {
  static final int MOST_TRIED = 5;

  private final Function<OwnerName, CompletionStage<LookupOutcome<String>>> keys;
  private final MailLimits limits;

  /** One that asks DNS for each mail. */
  public DkimVerifier(RecordLookup lookup, MailLimits limits) {
    this(lookup::txt, limits);
  }

  public DkimVerifier(RememberedKeys keys, MailLimits limits) {
    this(keys::at, limits);
  }

  private DkimVerifier(
      Function<OwnerName, CompletionStage<LookupOutcome<String>>> keys, MailLimits limits) {
    this.keys = keys;
    this.limits = requireNonNull(limits, "limits");
  }

  /**
   * Proves the signatures of one mail; waits for DNS.
   *
   * @param mail as a mail program keeps it, in a file by itself; not changed
   * @param submitters one of whom must have signed, or another name of their organisation
   * @param receivedAt when the mail came, which may be years ago: signatures expire, and keys are
   *     taken away
   */
  public DkimOutcome verify(byte[] mail, Set<DomainName> submitters, Instant receivedAt) {
    return SignableMail.of(mail, limits)
        .map(signable -> verify(signable, submitters, receivedAt))
        .orElseGet(() -> DkimOutcome.failed(DkimFlaw.BEYOND_LIMITS));
  }

  private DkimOutcome verify(SignableMail mail, Set<DomainName> submitters, Instant receivedAt) {
    List<Field> fields = mail.fields(MailSignature.FIELD);
    if (fields.isEmpty()) {
      return DkimOutcome.unsigned();
    }
    if (mail.fields("from").size() != 1) {
      return DkimOutcome.failed(DkimFlaw.NOT_ONE_FROM);
    }
    List<Attempt> attempts =
        fields.stream()
            .map(MailSignature::read)
            .flatMap(Optional::stream)
            .map(signature -> new Attempt(signature, isAligned(signature, submitters)))
            .sorted(Comparator.comparing(attempt -> !attempt.aligned()))
            .limit(MOST_TRIED)
            .toList();
    return best(attempts, mail, receivedAt);
  }

  private static boolean isAligned(MailSignature signature, Set<DomainName> submitters) {
    return submitters.stream()
        .anyMatch(submitter -> OrganizationalDomain.isShared(submitter, signature.domain()));
  }

  private DkimOutcome best(List<Attempt> attempts, SignableMail mail, Instant receivedAt) {
    DkimOutcome best = DkimOutcome.failed(DkimFlaw.UNREADABLE);
    int weight = 0;
    for (Attempt attempt : attempts) {
      DkimOutcome outcome = prove(attempt, mail, receivedAt);
      if (attempt.weight(outcome.grade()) > weight) {
        best = outcome;
        weight = attempt.weight(outcome.grade());
      }
      if (outcome.grade() == DkimGrade.ALIGNED) {
        break;
      }
    }
    return best;
  }

  private DkimOutcome prove(Attempt attempt, SignableMail mail, Instant receivedAt) {
    MailSignature signature = attempt.signature();
    try {
      signature.check(mail, receivedAt);
    } catch (FlawException e) {
      return DkimOutcome.flawed(signature, e.flaw());
    }
    LookupOutcome<String> key = keys.apply(signature.keyName()).toCompletableFuture().join();
    return key.fold(
        records -> prove(attempt, mail, records),
        absent -> DkimOutcome.flawed(signature, DkimFlaw.NO_KEY),
        failure -> DkimOutcome.undecided(signature, failure));
  }

  private static DkimOutcome prove(Attempt attempt, SignableMail mail, List<String> records) {
    MailSignature signature = attempt.signature();
    try {
      PublishedKey key = PublishedKey.of(records);
      prove(signature, key, new SignedBytes(mail, signature));
      return DkimOutcome.valid(signature, attempt.aligned(), key.isForReports());
    } catch (FlawException e) {
      return DkimOutcome.flawed(signature, e.flaw());
    }
  }

  /** The body last: who has no key must not have it hashed. */
  private static void prove(MailSignature signature, PublishedKey key, SignedBytes signed)
      throws FlawException {
    SigningAlgorithm algorithm =
        signature.algorithm().orElseThrow(() -> new FlawException(DkimFlaw.ALGORITHM));
    key.check(signature, algorithm);
    FlawException.require(
        algorithm.verify(key.bytes(), signed.header(), signature.tags().getSignature()),
        DkimFlaw.HEADER_CHANGED);
    FlawException.require(
        MessageDigest.isEqual(signed.bodyHash(), signature.tags().getBodyHash()),
        DkimFlaw.BODY_CHANGED);
  }

  /** A signature, and whether a submitter would have made it. */
  private record Attempt(MailSignature signature, boolean aligned) {
    /** What a signature may still turn out to be counts for more than what a worse one is. */
    int weight(DkimGrade grade) {
      return switch (grade) {
        case ALIGNED -> 6;
        case UNDECIDED -> aligned ? 5 : 3;
        case OTHER_SIGNER -> 4;
        case FAILED -> 2;
        case UNSIGNED -> 1;
      };
    }
  }
}
