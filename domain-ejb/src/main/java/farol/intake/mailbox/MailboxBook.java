package farol.intake.mailbox;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.OutsideText;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailboxTrouble;
import farol.intake.Ending;
import farol.mailbox.ConfiguredMailbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of the mailboxes of this installation: how far each is read and by whom, how it
 * fares, what became of its mails. Who reads one has a lease, which ends by itself soon after its
 * reader has died. Should two read at once all the same, no report is stored twice.
 */
@Stateless
public class MailboxBook {
  /** Longer than a mail takes as a rule. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final int MOST_NOTED = 100;

  @Inject MailboxStore store;
  @Inject Mailboxes mailboxes;
  @Inject MailCounters counters;
  @Inject Clock clock;

  /** Whether one is to be looked into now, and nobody reads it. */
  public boolean isAnyDue() {
    if (mailboxes.all().isEmpty()) {
      return false;
    }
    Set<String> resting = store.resting(clock.instant());
    return mailboxes.all().stream().anyMatch(mailbox -> !resting.contains(mailbox.name()));
  }

  /** How all fare, in the order of their names. */
  public List<MailboxStatus> statuses() {
    Instant now = clock.instant();
    return mailboxes.all().stream()
        .map(
            mailbox ->
                store.status(mailbox, now).orElseGet(() -> MailboxStatus.unseen(mailbox, now)))
        .toList();
  }

  /**
   * Lets somebody read a mailbox; empty while somebody else does.
   *
   * @param onlyIfDue not before it is to be looked into
   */
  public Optional<Lease> lease(ConfiguredMailbox mailbox, boolean onlyIfDue) {
    Instant now = clock.instant();
    store.add(mailbox, now);
    return store.lease(mailbox, UUID.randomUUID(), now, now.plus(LEASE), onlyIfDue);
  }

  /** Lets somebody read a mailbox from its beginning; who else reads it does so no longer. */
  public Optional<Lease> leaseAnew(ConfiguredMailbox mailbox) {
    Instant now = clock.instant();
    store.add(mailbox, now);
    return store.leaseAnew(mailbox, UUID.randomUUID(), now.plus(LEASE));
  }

  /**
   * Keeps why somebody should look at a mail: once Farol is behind it, nothing else would say so.
   */
  public void note(Lease lease, KeptMail mail, Ending ending) {
    store.keep(
        lease.name(),
        new NotedMail(
            OutsideText.safe(mail.key()),
            mail.received(),
            clock.instant(),
            ending.code(),
            ending.reason()));
    store.trim(lease.name(), MOST_NOTED);
  }

  /** Counts a mail that is settled; false if somebody else reads the mailbox by now. */
  public boolean advance(Lease lease, KeptMail mail, Ending ending) {
    counters.countMail(lease.name(), ending.verdict());
    return store.advance(lease, mail.position(), ending.verdict(), clock.instant().plus(LEASE));
  }

  /** Counts a look that a mail has failed, and says how many that makes in a row. */
  public int countFailure(Lease lease, KeptMail mail) {
    return store.fail(lease, mail.key());
  }

  /** Ends a look that was stopped on the way; the next one is to go on at once. */
  public void release(Lease lease) {
    store.release(lease, clock.instant());
  }

  /** Ends a look that came to the end of the mailbox. */
  public void end(Lease lease) {
    Instant now = clock.instant();
    store.end(lease, now, now.plus(lease.mailbox().every()), null, null, 0);
    counters.countLook(lease.name(), null);
  }

  /** Ends a look in trouble; the next one is the later, the more of them have. */
  public void end(Lease lease, MailboxTrouble trouble, String detail) {
    Instant now = clock.instant();
    int failures = lease.failures() + 1;
    store.end(
        lease,
        now,
        now.plus(BackOff.after(failures)),
        requireNonNull(trouble, "trouble"),
        detail,
        failures);
    counters.countLook(lease.name(), trouble);
  }
}
