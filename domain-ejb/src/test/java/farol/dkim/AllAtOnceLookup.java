package farol.dkim;

import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** DNS that answers nobody until so many names are asked for, and then all with one record. */
final class AllAtOnceLookup implements RecordLookup {
  private final int names;
  private final LookupOutcome<String> answer;
  private final List<CompletableFuture<LookupOutcome<String>>> waiting = new ArrayList<>();

  AllAtOnceLookup(int names, String record) {
    this.names = names;
    this.answer = new LookupOutcome.Found<>(List.of(record));
  }

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    CompletableFuture<LookupOutcome<String>> asked = new CompletableFuture<>();
    waiting.add(asked);
    if (waiting.size() == names) {
      waiting.forEach(each -> each.complete(answer));
    }
    return asked;
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    throw new UnsupportedOperationException("nobody asks for mail exchangers");
  }

  @Override
  public CompletionStage<HostAddresses> addresses(DomainName host) {
    throw new UnsupportedOperationException("nobody asks for addresses");
  }
}
