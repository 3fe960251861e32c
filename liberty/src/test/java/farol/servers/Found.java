package farol.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What Farol found out about a domain, as cells of the table {@code states.txt}: codes with a mark
 * for their severity, in the order of the API.
 *
 * @param changes the kinds of what changed between two looks
 */
record Found(String tlsRpt, String mtaSts, String mail, String changes) {
  private static final String NOTHING = "-";

  /**
   * Takes it from the API's answers.
   *
   * @param firstLook when the first look was over
   */
  static Found of(JsonNode posture, JsonNode history, Instant firstLook) {
    return new Found(
        published(posture.path("tlsrpt")),
        published(posture.path("mtaSts")),
        cell(mail(posture.path("mail"))),
        cell(changes(history, firstLook)));
  }

  private static String published(JsonNode part) {
    List<String> codes = codes(part);
    if (codes.isEmpty()) {
      return "unknown";
    }
    return codes.equals(List.of("NONE!")) || codes.equals(List.of("NONE?")) ? NOTHING : cell(codes);
  }

  private static List<String> mail(JsonNode mail) {
    List<String> items = new ArrayList<>(codes(mail));
    for (JsonNode host : mail.path("hosts")) {
      String dane = host.path("dane").asText();
      if (!dane.equals("none")) {
        items.add("dane " + dane);
      }
      items.addAll(codes(host));
      for (JsonNode server : host.path("servers")) {
        String state = server.path("state").asText();
        if (state.startsWith("TLSv")) {
          items.add(state);
        }
        items.addAll(codes(server));
      }
    }
    return items;
  }

  private static List<String> codes(JsonNode part) {
    List<String> codes = new ArrayList<>();
    for (JsonNode finding : part.path("findings")) {
      codes.add(
          finding.path("code").asText()
              + mark(finding.path("severity").asText())
              + reason(finding));
    }
    return codes;
  }

  private static String mark(String severity) {
    return switch (severity) {
      case "error" -> "!";
      case "warning" -> "?";
      default -> "";
    };
  }

  /** Why a policy was not fetched is said in the message alone. */
  private static String reason(JsonNode finding) {
    String message = finding.path("message").asText();
    return finding.path("code").asText().equals("POLICY_NOT_FETCHED")
        ? message.substring(message.lastIndexOf(" by "))
        : "";
  }

  private static TreeSet<String> changes(JsonNode history, Instant firstLook) {
    TreeSet<String> kinds = new TreeSet<>();
    for (JsonNode change : history.path("items")) {
      if (Instant.parse(change.path("at").asText()).isAfter(firstLook)) {
        kinds.add(change.path("kind").asText());
      }
    }
    return kinds;
  }

  private static String cell(Iterable<String> items) {
    String cell = String.join(", ", items);
    return cell.isEmpty() ? NOTHING : cell;
  }
}
