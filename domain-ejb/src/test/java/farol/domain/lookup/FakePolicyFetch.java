package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Policy hosts in memory, for tests of whatever fetches policies. Domains that were not mentioned
 * have no policy host. Answers at once, on the caller's thread.
 */
public final class FakePolicyFetch implements PolicyFetch {
  private static final TlsSession TLS =
      new TlsSession("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of());
  private static final PolicyAnswer NONE = failed(PolicyFailure.NO_ADDRESS, "no address");

  private final Map<String, PolicyAnswers> answers = new ConcurrentHashMap<>();

  /** Has a domain's policy host answer with a body, by both families. */
  public void serve(String domain, String body) {
    put(domain, new PolicyAnswers(fetched("192.0.2.1", body), fetched("2001:db8::1", body)));
  }

  /** Has a domain's policy host answer with a body, but by IPv4 only. */
  public void serveByIpv4Only(String domain, String body) {
    put(domain, new PolicyAnswers(fetched("192.0.2.1", body), NONE));
  }

  /** Makes every fetch of a domain's policy fail so. */
  public void fail(String domain, PolicyFailure failure, String detail) {
    put(domain, new PolicyAnswers(failed(failure, detail), failed(failure, detail)));
  }

  /** Answers so for a domain. */
  public void put(String domain, PolicyAnswers answer) {
    answers.put(domain, answer);
  }

  @Override
  public CompletionStage<PolicyAnswers> fetch(DomainName domain) {
    return CompletableFuture.completedFuture(
        answers.getOrDefault(domain.value(), new PolicyAnswers(NONE, NONE)));
  }

  private static PolicyAnswer fetched(String address, String body) {
    return new PolicyAnswer.Fetched(
        IpAddress.parse(address).orElseThrow(), TLS, "text/plain", body.getBytes(UTF_8));
  }

  private static PolicyAnswer failed(PolicyFailure failure, String detail) {
    return new PolicyAnswer.Failed(failure, detail, null, List.of());
  }
}
