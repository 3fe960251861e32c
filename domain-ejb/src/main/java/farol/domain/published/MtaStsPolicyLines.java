package farol.domain.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of an MTA-STS policy (RFC 8461, section 3.2), whatever ends them, and what is to say
 * about the whole. Empty lines, which the grammar does not have and many senders forgive, are left
 * out with a warning.
 *
 * @param lines without their ends, none of them blank
 */
record MtaStsPolicyLines(List<String> lines, List<Finding> remarks) {
  /** Octets; the RFC's suggestion, which is what senders keep to. */
  private static final int LARGEST = 64 * 1024;

  /**
   * Characters of a line of mail (RFC 5322, section 2.1.1), which readers of lines are made for.
   */
  private static final int LONGEST_LINE = 998;

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Pattern LINE_END = Pattern.compile("\r?\n");

  MtaStsPolicyLines {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
  }

  static MtaStsPolicyLines of(byte[] body) throws InvalidRecordException {
    if (body.length > LARGEST) {
      throw new InvalidRecordException(
          FindingCode.INVALID_TOO_LARGE,
          "a policy must have at most " + LARGEST + " octets, got " + body.length,
          "Name the hosts of one domain by one pattern, such as mx: *.example.com.",
          "RFC 8461, section 3.3");
    }
    List<String> all = lines(decode(body));
    List<String> filled = all.stream().filter(line -> !WhiteSpace.trim(line).isEmpty()).toList();
    List<Finding> remarks = new ArrayList<>();
    if (!filled.isEmpty() && filled.get(0).stripLeading().startsWith("<")) {
      remarks.add(html());
    }
    if (filled.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
      remarks.add(longLine());
    }
    if (filled.size() < all.size()) {
      remarks.add(emptyLine());
    }
    return new MtaStsPolicyLines(filled, remarks);
  }

  private static String decode(byte[] body) throws InvalidRecordException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (!text.startsWith(BYTE_ORDER_MARK)) {
        return text;
      }
      throw badCoding("a policy must not begin with a byte order mark");
    } catch (CharacterCodingException e) {
      throw badCoding("a policy must be text in ASCII or UTF-8");
    }
  }

  private static InvalidRecordException badCoding(String rule) {
    return new InvalidRecordException(
        FindingCode.INVALID_SYNTAX,
        rule,
        "Save the file as plain text in ASCII, without a byte order mark.",
        MtaStsPolicy.SOURCE);
  }

  /** What follows the end of the last line is not a line. */
  private static List<String> lines(String text) {
    List<String> lines = Arrays.asList(LINE_END.split(text, -1));
    int last = lines.size() - 1;
    return lines.get(last).isEmpty() ? lines.subList(0, last) : lines;
  }

  private static Finding html() {
    return Finding.error(
        FindingCode.HTML_INSTEAD_OF_TEXT,
        "the web server answers with a web page instead of the policy",
        "Have it serve the file itself, before any page, redirect or login of the site.",
        MtaStsPolicy.SOURCE);
  }

  private static Finding longLine() {
    return Finding.warning(
        FindingCode.LONG_LINE,
        "a line has more than " + LONGEST_LINE + " characters, which some senders do not read",
        "Make it shorter.",
        "");
  }

  private static Finding emptyLine() {
    return Finding.warning(
        FindingCode.EMPTY_LINE,
        "strict senders refuse the policy, for its grammar has no empty lines",
        "Remove the empty lines, those at the end too.",
        MtaStsPolicy.SOURCE);
  }
}
