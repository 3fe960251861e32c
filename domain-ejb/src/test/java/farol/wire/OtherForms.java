package farol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes a report in other ways that mean the same: keys in another order, times in other offsets,
 * counts and arrays in the forms that senders use, names in upper case.
 */
final class OtherForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;

  OtherForms(Random random) {
    this.random = random;
  }

  static String withOffset(Instant instant, int minutes) {
    String local =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            instant.plusSeconds(minutes * 60L).atOffset(ZoneOffset.UTC));
    String time = local.length() == "2026-11-20T00:00".length() ? local + ":00" : local;
    return "%s%s%02d:%02d"
        .formatted(time, minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
  }

  JsonNode of(JsonNode report) {
    return value("", report);
  }

  private JsonNode value(String name, JsonNode value) {
    return switch (name) {
      case "start-datetime", "end-datetime" -> time(value.textValue());
      case "policy-string" -> policyString((ArrayNode) value);
      case "mx-host" -> hosts((ArrayNode) value);
      case "policy-domain", "receiving-mx-hostname" -> host(value.textValue());
      default -> value.isNumber() ? count(value.longValue()) : structure(value);
    };
  }

  private JsonNode structure(JsonNode value) {
    if (value instanceof ArrayNode array) {
      ArrayNode other = JSON.arrayNode();
      array.forEach(item -> other.add(value("", item)));
      return other;
    }
    return value instanceof ObjectNode object ? object(object) : value;
  }

  private ObjectNode object(ObjectNode object) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    Collections.shuffle(members, random);
    ObjectNode other = JSON.objectNode();
    members.forEach(
        member -> other.set(member.getKey(), value(member.getKey(), member.getValue())));
    return other;
  }

  private JsonNode time(String utc) {
    String other = withOffset(Instant.parse(utc), random.nextInt(1440) - 720);
    return JSON.textNode(
        switch (random.nextInt(4)) {
          case 0 -> utc.toLowerCase(Locale.ROOT);
          case 1 -> utc.replace("Z", "");
          case 2 -> utc.replace("Z", ".000Z");
          default -> other;
        });
  }

  /** Whole numbers, with a fraction of nothing, or in a string. */
  private JsonNode count(long count) {
    return switch (random.nextInt(3)) {
      case 0 -> JSON.numberNode(count);
      case 1 -> JSON.numberNode(new BigDecimal(count).setScale(2));
      default -> JSON.textNode(String.valueOf(count));
    };
  }

  private JsonNode policyString(ArrayNode lines) {
    return switch (lines.isEmpty() ? 0 : random.nextInt(4)) {
      case 0 -> lines;
      case 1 -> JSON.textNode(lines.toString());
      case 2 -> JSON.arrayNode().add(lines.toString());
      default -> withLineEnds(lines);
    };
  }

  private static ArrayNode withLineEnds(ArrayNode lines) {
    ArrayNode other = JSON.arrayNode();
    lines.forEach(line -> other.add(line.textValue() + "\r"));
    return other;
  }

  private JsonNode hosts(ArrayNode hosts) {
    ArrayNode other = JSON.arrayNode();
    hosts.forEach(each -> other.add(host(each.textValue())));
    return other.size() == 1 && random.nextBoolean() ? other.get(0) : other;
  }

  private JsonNode host(String name) {
    String cased = random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
    return JSON.textNode(random.nextBoolean() ? cased + "." : cased);
  }
}
