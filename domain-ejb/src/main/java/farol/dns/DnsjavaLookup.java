package farol.dns;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.TxtValues;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Looks records up through recursive resolvers: by UDP with EDNS, by TCP when an answer is
 * truncated; each look-up 20 s at most, over all servers and aliases. Caches nothing (the resolvers
 * do, for as long as the domain says). Completes its stages on the common pool, so what follows
 * must not block there.
 */
public final class DnsjavaLookup implements RecordLookup {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ServerList servers;
  private final Duration limit;

  /**
   * Asks {@code servers} in the given order.
   *
   * @param servers empty for the system's resolvers, as they are configured now
   */
  public DnsjavaLookup(List<InetSocketAddress> servers) {
    this(servers, PATIENCE, LIMIT);
  }

  /**
   * As {@link #DnsjavaLookup(List)}, with other limits.
   *
   * @param patience how long to wait for one answer of one server
   * @param limit how long one look-up may take
   */
  public DnsjavaLookup(List<InetSocketAddress> servers, Duration patience, Duration limit) {
    this.servers =
        new ServerList(
            servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers, patience);
    this.limit = limit;
  }

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    return lookup(
        name,
        Type.TXT,
        records -> TxtValues.of(records.stream().map(DnsjavaLookup::joinedStrings).toList()));
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    return lookup(
        domain.owner(),
        Type.MX,
        records -> records.stream().map(DnsjavaLookup::exchanger).sorted().toList());
  }

  private <T> CompletionStage<LookupOutcome<T>> lookup(
      OwnerName name, int type, Function<List<Record>, List<T>> values) {
    return new AliasChain(servers, type, Deadline.in(limit))
        .follow(Name.fromConstantString(name.value() + "."))
        .handleAsync((end, failure) -> outcome(end, failure, values), ForkJoinPool.commonPool());
  }

  private static <T> LookupOutcome<T> outcome(
      AliasChain.@Nullable End end,
      @Nullable Throwable failure,
      Function<List<Record>, List<T>> values) {
    if (end == null) {
      return failed(failure);
    }
    if (end.records().isEmpty()) {
      return new LookupOutcome.Absent<>(
          end.nameExists()
              ? LookupOutcome.Reason.NO_SUCH_RECORD
              : LookupOutcome.Reason.NO_SUCH_NAME);
    }
    return new LookupOutcome.Found<>(values.apply(end.records()));
  }

  private static <T> LookupOutcome<T> failed(@Nullable Throwable failure) {
    if (failure instanceof NoAnswerException noAnswer) {
      return new LookupOutcome.TemporaryFailure<>(String.valueOf(noAnswer.getMessage()));
    }
    if (failure instanceof CompletionException
        && failure.getCause() instanceof NoAnswerException noAnswer) {
      return new LookupOutcome.TemporaryFailure<>(String.valueOf(noAnswer.getMessage()));
    }
    throw new CompletionException(failure);
  }

  /** The bytes as sent: {@link TXTRecord#getStrings()} would escape them. */
  private static byte[] joinedStrings(Record record) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] string : ((TXTRecord) record).getStringsAsByteArrays()) {
      joined.writeBytes(string);
    }
    return joined.toByteArray();
  }

  private static MailExchanger exchanger(Record record) {
    MXRecord mx = (MXRecord) record;
    return new MailExchanger(mx.getPriority(), mx.getTarget().toString(true));
  }
}
