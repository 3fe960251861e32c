package farol.web.domains;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.hosting.HostingRecords;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import farol.web.kit.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy that Farol serves.
 *
 * @param tone names the mode in the style sheet
 * @param maxAge in words
 * @param heldUntil until when senders may go by an older version; null where none can
 * @param records to publish
 * @param portNote where senders come to, if Farol's own address is another; else empty
 */
public record ServedPolicy(
    String tone,
    String mode,
    String id,
    Instant since,
    String maxAge,
    List<String> patterns,
    @Nullable Instant heldUntil,
    HostingRecords records,
    String portNote) {
  private static final int HTTPS = 443;

  static ServedPolicy of(
      DomainName domain, HostedPolicies policies, URI publicUrl, Instant now, Texts texts) {
    HostedPolicy current = policies.current().orElseThrow();
    long seconds = current.policy().maxAge().toSeconds();
    String mode = current.policy().mode().text();
    int port = publicUrl.getPort() < 0 ? HTTPS : publicUrl.getPort();
    return new ServedPolicy(
        tone(current),
        texts.get("hosting.mode." + mode),
        current.record().id(),
        current.since(),
        texts.getOr("hosting.age." + seconds, texts.format("hosting.seconds", seconds)),
        current.policy().mx().stream().map(MxPattern::value).toList(),
        policies.olderHeldUntil(now).orElse(null),
        HostingRecords.of(domain, current, publicUrl),
        port == HTTPS ? "" : texts.format("hosting.port", publicUrl.toString()));
  }

  private static String tone(HostedPolicy current) {
    return switch (current.policy().mode()) {
      case ENFORCE -> "ok";
      case TESTING -> "waiting";
      case NONE -> "information";
    };
  }
}
