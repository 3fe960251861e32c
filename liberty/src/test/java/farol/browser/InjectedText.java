package farol.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.TestDomain;
import farol.wire.Bodies;
import farol.wire.HostileRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text that wants to be more than text.
 *
 * @param name of its file
 */
record InjectedText(String name, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of this module's own. */
  static List<InjectedText> all() {
    return Bodies.index("injection/INDEX.tsv").stream()
        .map(columns -> new InjectedText(columns[0], read("injection/" + columns[0])))
        .toList();
  }

  /**
   * The collected reports that carry such texts, each as of yesterday and with an id of its own.
   */
  static Stream<ObjectNode> collectedReports(TestDomain domain) throws IOException {
    ObjectNode model = domain.report();
    return HostileRow.in("reports")
        .filter(row -> row.file().matches("reports/h[0-9]+_.*"))
        .map(
            row -> {
              ObjectNode report = parse(row.bytes());
              report.set("date-range", model.path("date-range"));
              String id = report.path("report-id").asText();
              return report.put("report-id", id + " " + row.file());
            });
  }

  /** A report that has it in every field that takes any text. */
  ObjectNode report(TestDomain domain) throws IOException {
    ObjectNode report = domain.report();
    report.put("organization-name", text).put("contact-info", text).put("report-id", name);
    ObjectNode entry = (ObjectNode) report.path("policies").path(0);
    ((ObjectNode) entry.path("policy")).putArray("policy-string").add("mode: enforce").add(text);
    ((ObjectNode) entry.path("policy")).putArray("mx-host").add(text);
    ((ObjectNode) entry.path("failure-details").path(0))
        .put("result-type", text)
        .put("sending-mta-ip", text)
        .put("receiving-mx-hostname", text)
        .put("receiving-mx-helo", text)
        .put("failure-reason-code", text)
        .put("additional-information", text);
    return report;
  }

  private static ObjectNode parse(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(String file) {
    return new String(Bodies.file(file), StandardCharsets.UTF_8);
  }
}
