package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.domain.report.ContentDigest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report that a sender writes anew in another form is known again by its digest. */
class OtherFormsTest {
  private static final int TRIES = 300;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SUCCESSFUL = "total-successful-session-count";

  @Property(tries = TRIES)
  void reportInAnotherFormHasTheSameDigest(
      @ForAll("reports") ObjectNode report, @ForAll Random random) {
    JsonNode other = new OtherForms(random).of(report);

    assertThat(digest(other)).as(other.toString()).isEqualTo(digest(report));
  }

  @Property(tries = TRIES)
  void reportWithAnotherCountHasAnotherDigest(@ForAll("reports") ObjectNode report) {
    ContentDigest before = digest(report);
    ObjectNode summary = (ObjectNode) report.path("policies").path(0).path("summary");

    summary.put(SUCCESSFUL, summary.path(SUCCESSFUL).longValue() + 1);

    assertThat(digest(report)).isNotEqualTo(before);
  }

  private static ContentDigest digest(JsonNode report) {
    Reading reading = Bodies.read(report.toString());
    assertThat(reading).as(report.toString()).isInstanceOf(Reading.Accepted.class);
    return ContentDigest.of(((Reading.Accepted) reading).report());
  }

  @Provide
  Arbitrary<ObjectNode> reports() {
    Arbitrary<Integer> daysBefore = Arbitraries.integers().between(0, 3_000);
    Arbitrary<ArrayNode> policies = policies().list().ofMinSize(1).ofMaxSize(4).map(this::array);
    return Combinators.combine(texts(), texts(), daysBefore, policies)
        .as(
            (organization, reportId, days, listed) -> {
              LocalDate day = LocalDate.of(2026, 11, 20).minusDays(days);
              ObjectNode report = JSON.objectNode();
              report.put("organization-name", organization);
              report
                  .putObject("date-range")
                  .put("start-datetime", day + "T00:00:00Z")
                  .put("end-datetime", day + "T23:59:59Z");
              report.put("report-id", reportId);
              report.set("policies", listed);
              return report;
            });
  }

  private Arbitrary<ObjectNode> policies() {
    Arbitrary<ArrayNode> lines = listed(texts());
    Arbitrary<ArrayNode> hosts = listed(hosts());
    Arbitrary<ArrayNode> failures = failures().list().ofMaxSize(3).map(this::array);
    return Combinators.combine(
            Arbitraries.of("sts", "tlsa", "no-policy-found"),
            lines,
            hosts(),
            hosts,
            counts(),
            counts(),
            failures)
        .as(
            (type, policyString, domain, mxHosts, successful, failed, details) -> {
              ObjectNode policy = JSON.objectNode();
              policy
                  .putObject("policy")
                  .put("policy-type", type)
                  .put("policy-domain", domain)
                  .<ObjectNode>set("policy-string", policyString)
                  .set("mx-host", mxHosts);
              policy
                  .putObject("summary")
                  .put(SUCCESSFUL, successful)
                  .put("total-failure-session-count", failed);
              policy.set("failure-details", details);
              return policy;
            });
  }

  private static Arbitrary<ObjectNode> failures() {
    return Combinators.combine(
            Arbitraries.of("certificate-expired", "tlsa-invalid", "later-registered"),
            Arbitraries.of("203.0.113.25", "2001:db8::25"),
            hosts(),
            counts(),
            texts())
        .as(
            (type, address, host, count, information) ->
                JSON.objectNode()
                    .put("result-type", type)
                    .put("sending-mta-ip", address)
                    .put("receiving-mx-hostname", host)
                    .put("failed-session-count", count)
                    .put("additional-information", information));
  }

  private static Arbitrary<ArrayNode> listed(Arbitrary<String> texts) {
    return texts
        .list()
        .ofMaxSize(4)
        .map(
            list -> {
              ArrayNode array = JSON.arrayNode();
              list.forEach(array::add);
              return array;
            });
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().alpha().numeric().withChars(" :\"\\\u00e9\u20ac").ofMaxLength(20);
  }

  private static Arbitrary<String> hosts() {
    return Arbitraries.of("example.com", "mx1.example.com", "xn--bcher-kva.example");
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, 999_999_999_999L);
  }

  private ArrayNode array(Collection<ObjectNode> items) {
    return JSON.arrayNode().addAll(items);
  }
}
