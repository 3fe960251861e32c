package farol.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a report in the dialect of its reporter (RFC 8460, section 4.4). */
final class DemoDocument {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DemoReport report;
  private final DemoDialect dialect;
  private final List<DemoTraffic> traffic;
  private final ObjectNode document = JSON.createObjectNode();

  DemoDocument(DemoReport report, List<DemoTraffic> traffic) {
    this.report = report;
    this.dialect = report.reporter().dialect();
    this.traffic = traffic;
  }

  byte[] toBytes() {
    DemoReporter reporter = report.reporter();
    document.put("organization-name", reporter.organization());
    document
        .putObject("date-range")
        .put("start-datetime", report.day() + "T00:00:00Z")
        .put("end-datetime", dialect.endOf(report.day()));
    document.put("contact-info", dialect.contact(reporter.domainName()));
    document.put("report-id", dialect.reportId(report));
    addPolicies(document.putArray("policies"));
    return bytes();
  }

  private void addPolicies(ArrayNode policies) {
    boolean dane = report.domain().hasDane() && dialect.knowsDane();
    if (!dane || dialect.repeatsSessions()) {
      addPolicy(policies, mtaSts(), traffic);
    }
    if (dane && dialect.repeatsSessions()) {
      addPolicy(policies, tlsaInOneString(), traffic);
    } else if (dane) {
      traffic.forEach(part -> addPolicy(policies, tlsa(part.host()), List.of(part)));
    }
  }

  private ObjectNode mtaSts() {
    ObjectNode policy = JSON.createObjectNode().put("policy-type", "sts");
    if (dialect.writesPolicyText()) {
      report.domain().policyLines().forEach(policy.putArray("policy-string")::add);
    }
    policy.put("policy-domain", report.domain().text());
    if (dialect.writesPolicyHosts()) {
      report.domain().policyHosts().forEach(policy.putArray("mx-host")::add);
    }
    return policy;
  }

  private static ObjectNode tlsa(DemoHost host) {
    ObjectNode policy = JSON.createObjectNode().put("policy-type", "tlsa");
    host.tlsaRecords().forEach(policy.putArray("policy-string")::add);
    return policy.put("policy-domain", host.name());
  }

  /** As Microsoft has it: for the recipient's domain, with an array inside a string. */
  private ObjectNode tlsaInOneString() {
    ArrayNode records = JSON.createArrayNode();
    traffic.forEach(part -> part.host().tlsaRecords().forEach(records::add));
    ObjectNode policy = JSON.createObjectNode().put("policy-type", "tlsa");
    policy.putArray("policy-string").add(records.toString());
    return policy.put("policy-domain", report.domain().text());
  }

  private void addPolicy(ArrayNode policies, ObjectNode policy, List<DemoTraffic> parts) {
    long successful = parts.stream().mapToLong(DemoTraffic::successful).sum();
    long failed = parts.stream().mapToLong(DemoTraffic::failures).sum();
    ObjectNode summary =
        JSON.createObjectNode()
            .put("total-successful-session-count", successful)
            .put("total-failure-session-count", failed);
    ObjectNode entry = policies.addObject();
    if (dialect.writesSummaryFirst()) {
      entry.set("summary", summary);
      entry.set("policy", policy);
    } else {
      entry.set("policy", policy);
      entry.set("summary", summary);
    }
    if (failed > 0 || dialect.writesEmptyDetails()) {
      ArrayNode details = entry.putArray("failure-details");
      parts.forEach(part -> addDetails(details, part));
    }
  }

  private void addDetails(ArrayNode details, DemoTraffic part) {
    for (DemoCause cause : DemoCause.values()) {
      long failed = part.failed().getOrDefault(cause, 0L);
      if (failed > 0 && dialect.knowsAddresses(cause)) {
        addDetailsByAddress(details, part.host(), cause, failed);
      } else if (failed > 0) {
        finish(
            detail(details, cause).put("receiving-mx-hostname", part.host().name()), cause, failed);
      }
    }
  }

  private void addDetailsByAddress(ArrayNode details, DemoHost host, DemoCause cause, long failed) {
    List<String> addresses = report.reporter().addresses();
    long left = failed;
    for (int i = addresses.size() - 1; i >= 0 && left > 0; i--) {
      long sessions = i == 0 ? left : failed / (addresses.size() + 1);
      if (sessions > 0) {
        ObjectNode detail =
            detail(details, cause)
                .put("sending-mta-ip", addresses.get(i))
                .put("receiving-ip", host.address())
                .put("receiving-mx-hostname", host.name());
        finish(detail, cause, sessions);
        left -= sessions;
      }
    }
  }

  private static ObjectNode detail(ArrayNode details, DemoCause cause) {
    return details.addObject().put("result-type", cause.resultType().value());
  }

  private void finish(ObjectNode detail, DemoCause cause, long sessions) {
    detail.put("failed-session-count", sessions);
    dialect.reason(cause).ifPresent(reason -> detail.put("failure-reason-code", reason));
  }

  private byte[] bytes() {
    ObjectWriter writer =
        dialect.sortsNames()
            ? JSON.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            : JSON.writer();
    try {
      return writer.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
