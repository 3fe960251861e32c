package farol.dns;

import farol.domain.lookup.Proof;
import farol.network.Deadline;
import org.xbill.DNS.Message;

/** Takes answers as they come. */
record Unvalidated(ServerList servers) implements Validation {
  @Override
  public Asking within(Deadline deadline) {
    return question ->
        servers
            .ask(Message.newQuery(question), deadline)
            .thenApply(message -> new Answer(message, Proof.UNCHECKED));
  }
}
