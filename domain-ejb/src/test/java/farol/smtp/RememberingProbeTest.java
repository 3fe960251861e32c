package farol.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.SmtpOutcome;
import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RememberingProbeTest {
  private static final DomainName HOST = DomainName.parse("mx.example.com");
  private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1").orElseThrow();

  private final List<String> probed = new ArrayList<>();
  private final CompletableFuture<SmtpOutcome> outcome = new CompletableFuture<>();
  private final RememberingProbe probe =
      new RememberingProbe(
          (host, address) -> {
            probed.add(host + " " + address);
            return outcome;
          });

  @Test
  void probesOnceForAllWhoAskMeanwhile() {
    CompletableFuture<SmtpOutcome> first = probe.probe(HOST, ADDRESS).toCompletableFuture();
    CompletableFuture<SmtpOutcome> second = probe.probe(HOST, ADDRESS).toCompletableFuture();

    assertThat(probed).containsExactly("mx.example.com 192.0.2.1");
    assertThat(first).isNotSameAs(second).isNotDone();
  }

  @Test
  void tellsServersApartByNameAndAddress() {
    probe.probe(HOST, ADDRESS);
    probe.probe(DomainName.parse("mx2.example.com"), ADDRESS);
    probe.probe(HOST, IpAddress.parse("192.0.2.2").orElseThrow());

    assertThat(probed).hasSize(3);
  }

  @Test
  void whoGivesUpDoesNotTakeTheAnswerFromOthers() {
    CompletableFuture<SmtpOutcome> impatient = probe.probe(HOST, ADDRESS).toCompletableFuture();
    CompletableFuture<SmtpOutcome> patient = probe.probe(HOST, ADDRESS).toCompletableFuture();

    impatient.cancel(true);

    assertThat(patient).isNotDone();
  }
}
