package farol.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the two lists of a policy, in every form in which senders write them. */
final class ListReader {
  private final FieldReader fields;
  private final EmbeddedArray embedded;
  private final Allowance strings;

  ListReader(FieldReader fields, EmbeddedArray embedded, ReadingLimits limits) {
    this.fields = fields;
    this.embedded = embedded;
    this.strings =
        new Allowance(
            limits.listedStrings(),
            "entries of policy-string and mx-host",
            RefusalCode.STRUCTURE_TOO_LARGE);
  }

  /**
   * Patterns of MX hosts. One as a bare string is right too: the example of RFC 8460 has it so
   * (erratum 6241).
   */
  List<String> mxHosts(String name) throws IOException {
    List<String> hosts = new ArrayList<>();
    forEachString(name, text -> add(hosts, HostName.normal(fields.line(name, text))));
    return hosts;
  }

  /** The lines of a policy, or TLSA records. */
  List<String> policyString(String name) throws IOException {
    if (fields.cursor().isString()) {
      fields.warn(WarningCode.WARN_TYPE, name + " must be an array of strings, got a string");
    }
    List<String> lines = new ArrayList<>();
    forEachString(name, text -> addPolicyText(lines, name, text));
    return lines;
  }

  /** Microsoft writes all TLSA records as one string, which is itself a JSON array. */
  private void addPolicyText(List<String> lines, String name, String text) throws IOException {
    List<String> items = embedded.read(text);
    if (items.isEmpty()) {
      addLines(lines, name, text);
      return;
    }
    fields.warn(WarningCode.WARN_TYPE, name + " must be an array, got one inside a string");
    for (String item : items) {
      addLines(lines, name, item);
    }
  }

  /** Google relays the line ends of the policy. */
  private void addLines(List<String> lines, String name, String text) throws IOException {
    if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
      add(lines, fields.line(name, text));
      return;
    }
    fields.warn(WarningCode.WARN_LINE_END, name + " must hold lines without their ends");
    for (String line : text.lines().toList()) {
      add(lines, fields.line(name, line));
    }
  }

  private void add(List<String> list, String text) throws RefusedException {
    strings.use(1);
    list.add(text);
  }

  private void forEachString(String name, Item item) throws IOException {
    JsonCursor cursor = fields.cursor();
    if (cursor.isNull()) {
      return;
    }
    if (cursor.isString()) {
      item.accept(cursor.text());
      return;
    }
    fields.requireArray(name);
    while (cursor.nextItem()) {
      fields.requireString(name);
      item.accept(cursor.text());
    }
  }

  private interface Item {
    void accept(String text) throws IOException;
  }
}
