package farol.domain.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two reports say the same, whatever bytes carried them: order of keys, offsets of
 * time stamps, number formats and array forms are gone once a {@link Report} is read. Order within
 * arrays matters.
 *
 * @param hex SHA-256 in 64 lower-case hexadecimal digits; stored, so the form that is digested
 *     changes only together with {@link #FORM}
 */
public record ContentDigest(String hex) {
  private static final int FORM = 1;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public ContentDigest {
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalArgumentException("a digest must have 64 hexadecimal digits, got " + hex);
    }
  }

  /** Digests everything that the report says. */
  public static ContentDigest of(Report report) {
    Canonical canonical = new Canonical();
    canonical.number(FORM);
    canonical.report(report);
    return new ContentDigest(HexFormat.of().formatHex(canonical.sha256.digest()));
  }

  /**
   * Writes every value with its length, and every list with its size, so that no two reports share
   * one form.
   */
  private static final class Canonical {
    private static final long ABSENT = -1;

    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Canonical() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void report(Report report) {
      text(report.organization());
      text(report.contact());
      text(report.reportId());
      instant(report.window().start());
      instant(report.window().end());
      number(report.policies().size());
      report.policies().forEach(this::policy);
    }

    private void policy(ReportedPolicy policy) {
      text(policy.type().value());
      texts(policy.policyString());
      text(policy.policyDomain());
      texts(policy.mxHosts());
      number(policy.counts().successful());
      number(policy.counts().failed());
      number(policy.failures().size());
      policy.failures().forEach(this::failure);
    }

    private void failure(FailureDetail failure) {
      ResultType resultType = failure.resultType();
      text(resultType == null ? null : resultType.value());
      text(failure.sendingMtaIp());
      text(failure.receivingMxHostname());
      text(failure.receivingMxHelo());
      text(failure.receivingIp());
      number(failure.failedSessions());
      text(failure.additionalInformation());
      text(failure.failureReasonCode());
    }

    private void texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
    }

    private void text(@Nullable String text) {
      if (text == null) {
        number(ABSENT);
        return;
      }
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      sha256.update(utf8);
    }

    private void instant(Instant instant) {
      number(instant.getEpochSecond());
      number(instant.getNano());
    }

    void number(long value) {
      number.putLong(0, value);
      sha256.update(number.array());
    }
  }
}
