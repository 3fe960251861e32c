package farol.wire;

import farol.domain.report.FailureDetail;
import farol.domain.report.PolicyType;
import farol.domain.report.ReportedPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code policies} (RFC 8460, section 4.4). */
final class PolicyReader {
  private static final String POLICY = "policy";
  private static final String POLICY_TYPE = "policy-type";
  private static final String POLICY_DOMAIN = "policy-domain";

  private final FieldReader fields;
  private final ListReader lists;
  private final Allowance failureDetails;
  private final SummaryReader summary;
  private final List<FailureDetail> failures = new ArrayList<>();
  private @Nullable PolicyType type;
  private List<String> policyString = List.of();
  private @Nullable String policyDomain;
  private List<String> mxHosts = List.of();

  /**
   * @param failureDetails shared by all policies of a report
   */
  PolicyReader(FieldReader fields, ListReader lists, Allowance failureDetails) {
    this.fields = fields;
    this.lists = lists;
    this.failureDetails = failureDetails;
    this.summary = new SummaryReader(fields);
  }

  ReportedPolicy read() throws IOException {
    fields.requireObject("policies");
    JsonCursor cursor = fields.cursor();
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      switch (name) {
        case POLICY -> readPolicy();
        case "summary" -> summary.read();
        case "failure-details" -> readFailures(name);
        default -> fields.skipUnknown(name);
      }
    }
    PolicyType presentType = Required.present(type, POLICY_TYPE);
    warnAboutPolicy(presentType);
    return new ReportedPolicy(
        presentType, policyString, policyDomain, mxHosts, summary.counts(failures), failures);
  }

  private void readPolicy() throws IOException {
    JsonCursor cursor = fields.cursor();
    if (cursor.isNull()) {
      return;
    }
    fields.requireObject(POLICY);
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      switch (name) {
        case POLICY_TYPE -> type = policyType();
        case "policy-string" -> policyString = lists.policyString(name);
        case POLICY_DOMAIN -> policyDomain = policyDomain();
        case "mx-host" -> mxHosts = lists.mxHosts(name);
        case "mx-host-pattern" -> readMxHostPattern(name);
        default -> fields.skipUnknown(name);
      }
    }
  }

  private @Nullable PolicyType policyType() throws IOException {
    String value = fields.line(POLICY_TYPE);
    return value == null ? null : new PolicyType(value);
  }

  private @Nullable String policyDomain() throws IOException {
    String name = fields.string(POLICY_DOMAIN);
    return name == null || name.isEmpty() ? null : HostName.policyDomain(name);
  }

  /** Some generators call {@code mx-host} so; where both are given, the right name counts. */
  private void readMxHostPattern(String name) throws IOException {
    fields.warn(WarningCode.WARN_FIELD_NAME, name + " was read as mx-host");
    List<String> patterns = lists.mxHosts(name);
    if (mxHosts.isEmpty()) {
      mxHosts = patterns;
    }
  }

  private void readFailures(String name) throws IOException {
    JsonCursor cursor = fields.cursor();
    if (cursor.isNull()) {
      return;
    }
    fields.requireArray(name);
    while (cursor.nextItem()) {
      failureDetails.use(1);
      failures.add(new FailureReader(fields).read());
    }
  }

  private void warnAboutPolicy(PolicyType presentType) {
    if (!presentType.isKnown()) {
      fields.warn(
          WarningCode.UNKNOWN_POLICY_TYPE,
          TextRules.quote(presentType.value()) + " is not a policy type of RFC 8460");
    }
    if (policyDomain == null) {
      fields.warn(
          WarningCode.WARN_DOMAIN, POLICY_DOMAIN + " is absent, the endpoint's was assumed");
    }
  }
}
