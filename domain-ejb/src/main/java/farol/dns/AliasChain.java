package farol.dns;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.Proof;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * One look-up: asks for a name and goes where its aliases (CNAME) lead, within one answer or over
 * several, eight aliases at most.
 */
final class AliasChain {
  private static final int MAXIMUM = 8;

  private final Asking asking;
  private final int type;
  private final Set<Name> aliases = new HashSet<>();

  AliasChain(Asking asking, int type) {
    this.asking = asking;
    this.type = type;
  }

  /**
   * What the chain ends in.
   *
   * @param records of the type asked for; empty if there are none
   * @param nameExists whether the last name of the chain exists
   * @param name the last name of the chain
   * @param proof of the whole chain: as good as that of its weakest answer
   */
  record End(List<Record> records, boolean nameExists, Name name, Proof proof) {

    /** The records as values, or why there are none. */
    <T> LookupOutcome<T> outcome(Function<List<Record>, List<T>> values) {
      if (records.isEmpty()) {
        return new LookupOutcome.Absent<>(
            nameExists ? LookupOutcome.Reason.NO_SUCH_RECORD : LookupOutcome.Reason.NO_SUCH_NAME);
      }
      return new LookupOutcome.Found<>(values.apply(records));
    }

    private End after(Proof earlier) {
      return new End(records, nameExists, name, proof == earlier ? proof : Proof.INSECURE);
    }
  }

  /** Completes with the end of the chain, or exceptionally with {@link NoAnswerException}. */
  CompletableFuture<End> follow(Name name) {
    return asking
        .ask(Record.newRecord(name, type, DClass.IN))
        .thenCompose(answer -> read(answer.message(), answer.proof(), name));
  }

  private CompletableFuture<End> read(Message answer, Proof proof, Name asked) {
    Name last = asked;
    Optional<Name> target = aliasTarget(answer, last);
    while (target.isPresent()) {
      remember(last, target.get());
      last = target.get();
      target = aliasTarget(answer, last);
    }
    List<Record> records = recordsAt(answer, last);
    boolean nameExists = answer.getRcode() != Rcode.NXDOMAIN;
    if (records.isEmpty() && nameExists && !last.equals(asked)) {
      return follow(last).thenApply(end -> end.after(proof));
    }
    return CompletableFuture.completedFuture(new End(records, nameExists, last, proof));
  }

  private void remember(Name alias, Name target) {
    aliases.add(alias);
    if (aliases.contains(target)) {
      throw new NoAnswerException("aliases (CNAME) form a loop at " + target);
    }
    if (aliases.size() > MAXIMUM) {
      throw new NoAnswerException("more than " + MAXIMUM + " aliases (CNAME), the last " + alias);
    }
  }

  private static Optional<Name> aliasTarget(Message answer, Name name) {
    return answer.getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == Type.CNAME && record.getName().equals(name))
        .map(record -> ((CNAMERecord) record).getTarget())
        .findFirst();
  }

  private List<Record> recordsAt(Message answer, Name name) {
    return answer.getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == type && record.getName().equals(name))
        .toList();
  }
}
