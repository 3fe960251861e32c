package farol.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

  private final ServerList servers;
  private final int type;
  private final Deadline deadline;
  private final Set<Name> aliases = new HashSet<>();

  AliasChain(ServerList servers, int type, Deadline deadline) {
    this.servers = servers;
    this.type = type;
    this.deadline = deadline;
  }

  /**
   * What the chain ends in.
   *
   * @param records of the type asked for; empty if there are none
   * @param nameExists whether the last name of the chain exists
   */
  record End(List<Record> records, boolean nameExists) {}

  /** Completes with the end of the chain, or exceptionally with {@link NoAnswerException}. */
  CompletableFuture<End> follow(Name name) {
    return servers
        .ask(Record.newRecord(name, type, DClass.IN), deadline)
        .thenCompose(answer -> read(answer, name));
  }

  private CompletableFuture<End> read(Message answer, Name asked) {
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
      return follow(last);
    }
    return CompletableFuture.completedFuture(new End(records, nameExists));
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
