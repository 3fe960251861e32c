package farol.wire;

import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The small report, made to have just so much of one thing. */
final class SizedReports {
  private static final String END = "]}";

  private SizedReports() {}

  /** Spaces after the report make it so long. */
  static byte[] padded(int length) {
    byte[] body = Arrays.copyOf(utf8(smallReport()), length);
    Arrays.fill(body, smallReport().length(), length, (byte) ' ');
    return body;
  }

  /** A gzip body of one member with a comment that makes it longer by so many bytes. */
  static byte[] withComment(byte[] gzip, int longerBy) {
    byte[] header = Arrays.copyOf(gzip, 10);
    header[3] |= 1 << 4;
    byte[] comment = new byte[longerBy];
    Arrays.fill(comment, 0, longerBy - 1, (byte) 'c');
    return Bodies.concat(header, comment, Arrays.copyOfRange(gzip, 10, gzip.length));
  }

  static byte[] inLayers(int layers) {
    byte[] body = utf8(smallReport());
    for (int i = 0; i < layers; i++) {
      body = gzip(body);
    }
    return body;
  }

  static byte[] inMembers(int members) {
    byte[][] parts = new byte[members][];
    Arrays.fill(parts, gzip(new byte[0]));
    parts[members - 1] = gzip(utf8(smallReport()));
    return Bodies.concat(parts);
  }

  static String ofDepth(int depth) {
    return withMember("\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1));
  }

  static String ofTokens(int tokens) throws IOException {
    int others = tokens(withMember("\"x\":[]"));
    return withMember("\"x\":[" + many(tokens - others, "1") + "]");
  }

  private static int tokens(String json) throws IOException {
    int tokens = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** The small report has five names at its top. */
  static String withOpenNames(int names) {
    return withMember(
        IntStream.range(0, names - 5)
            .mapToObj(i -> "\"n" + i + "\":1")
            .collect(Collectors.joining(",")));
  }

  static String withMember(String member) {
    String report = smallReport();
    return report.substring(0, report.length() - END.length()) + "]," + member + "}";
  }

  static String withPolicies(int policies) {
    String policy =
        """
        {"policy":{"policy-type":"sts","policy-domain":"example.com"},\
        "summary":{"total-successful-session-count":1,"total-failure-session-count":0}}""";
    return smallReport("\"policies\":[", "\"policies\":[" + many(policies - 1, policy) + ",");
  }

  static String withFailures(int failures) {
    String failure = "{\"result-type\":\"tlsa-invalid\",\"failed-session-count\":1}";
    return smallReport(
        "\"failure-details\":[", "\"failure-details\":[" + many(failures - 1, failure) + ",");
  }

  static String withListedStrings(int strings) {
    return smallReport(
        "\"policy-type\":\"sts\"",
        "\"policy-type\":\"sts\",\"policy-string\":[\"a\"],\"mx-host\":["
            + many(strings - 1, "\"b\"")
            + "]");
  }

  static String many(int count, String item) {
    return (item + ",").repeat(count - 1) + item;
  }

  static String withCount(String count) {
    return smallReport("-count\":9", "-count\":" + count);
  }

  static String withOrganization(String organization) {
    return smallReport("\"Sender\"", '"' + organization + '"');
  }

  static String withContact(String contact) {
    return smallReport("tls@sender.example", contact);
  }

  static String withReportId(String id) {
    return smallReport("\"report-id\":\"1\"", "\"report-id\":\"" + id + '"');
  }

  /** The small report, whose one failure has one more member. */
  static String withFailureMember(String name, String value) {
    return smallReport(
        "\"failed-session-count\":3",
        "\"failed-session-count\":3,\"" + name + "\":\"" + value + '"');
  }
}
