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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Proves who signed a mail.
 *
 * <p>Whatever the bytes are, the answer is a {@link DkimOutcome}, never an exception. Any good
 * signature is enough; {@link #MOST_TRIED} are tried, those of the submitters first, each with one
 * look-up at most, and others only where they may yet be the best. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-6">RFC 6376, section 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-3">RFC 8460, section 3</a>
 */
public final class DkimVerifier {
  static final int MOST_TRIED = 5;

  /** What a valid signature that is not a submitter's weighs. */
  private static final int MOST_OF_OTHERS = 4;

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
   * Proves the signatures of one mail; waits for DNS, for one look-up's time as a rule and for two
   * at most.
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
    List<MailSignature> tried =
        fields.stream()
            .map(MailSignature::read)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(signature -> !isAligned(signature, submitters)))
            .limit(MOST_TRIED)
            .toList();
    int own = (int) tried.stream().filter(each -> isAligned(each, submitters)).count();
    Weighed best = best(tried.subList(0, own), true, mail, receivedAt);
    return best.weight() > MOST_OF_OTHERS
        ? best.outcome()
        : best.or(best(tried.subList(own, tried.size()), false, mail, receivedAt)).outcome();
  }

  private static boolean isAligned(MailSignature signature, Set<DomainName> submitters) {
    return submitters.stream()
        .anyMatch(submitter -> OrganizationalDomain.isShared(submitter, signature.domain()));
  }

  /** Asks for all of their keys at once, as a stranger's may be slow to come, each of them. */
  private Weighed best(
      List<MailSignature> signatures, boolean aligned, SignableMail mail, Instant receivedAt) {
    List<Supplier<DkimOutcome>> proofs =
        signatures.stream().map(each -> begin(each, aligned, mail, receivedAt)).toList();
    Weighed best = Weighed.NOTHING;
    for (Supplier<DkimOutcome> proof : proofs) {
      best = best.or(Weighed.of(proof.get(), aligned));
      if (best.isValid()) {
        break;
      }
    }
    return best;
  }

  /** What it supplies waits for the key. */
  private Supplier<DkimOutcome> begin(
      MailSignature signature, boolean aligned, SignableMail mail, Instant receivedAt) {
    try {
      signature.check(mail, receivedAt);
    } catch (FlawException e) {
      return () -> DkimOutcome.flawed(signature, e.flaw());
    }
    CompletableFuture<LookupOutcome<String>> key =
        keys.apply(signature.keyName()).toCompletableFuture();
    return () ->
        key.join()
            .fold(
                records -> prove(signature, aligned, mail, records),
                absent -> DkimOutcome.flawed(signature, DkimFlaw.NO_KEY),
                failure -> DkimOutcome.undecided(signature, failure));
  }

  private static DkimOutcome prove(
      MailSignature signature, boolean aligned, SignableMail mail, List<String> records) {
    try {
      PublishedKey key = PublishedKey.of(records);
      prove(signature, key, new SignedBytes(mail, signature));
      return DkimOutcome.valid(signature, aligned, key.isForReports());
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

  /** An outcome; what it may still turn out to be counts for more than what a worse one is. */
  private record Weighed(DkimOutcome outcome, int weight) {
    static final Weighed NOTHING = new Weighed(DkimOutcome.failed(DkimFlaw.UNREADABLE), 0);

    static Weighed of(DkimOutcome outcome, boolean aligned) {
      return new Weighed(
          outcome,
          switch (outcome.grade()) {
            case ALIGNED -> 6;
            case UNDECIDED -> aligned ? 5 : 3;
            case OTHER_SIGNER -> MOST_OF_OTHERS;
            case FAILED -> 2;
            case UNSIGNED -> 1;
          });
    }

    /** The better one; this one where they are as good. */
    Weighed or(Weighed other) {
      return other.weight > weight ? other : this;
    }

    boolean isValid() {
      return outcome.grade() == DkimGrade.ALIGNED || outcome.grade() == DkimGrade.OTHER_SIGNER;
    }
  }
}
