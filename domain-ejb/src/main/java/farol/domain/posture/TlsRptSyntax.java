package farol.domain.posture;

import farol.domain.shared.Excerpt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one TLS-RPT record by the ABNF of RFC 8460, section 3. The first error ends it, since what
 * follows an error cannot be trusted. Three departures from the ABNF, which many senders forgive,
 * are accepted with a warning: white space before the record, white space after it, and an unknown
 * field without a value.
 */
final class TlsRptSyntax {
  private static final Pattern EXTENSION_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
  private static final Pattern EXTENSION_VALUE = Pattern.compile("[\\x21-\\x7E&&[^=;]]+");
  private static final Pattern VERSION_END = Pattern.compile("[ \t;]");

  private final List<Finding> remarks = new ArrayList<>();
  private final List<URI> rua = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> withoutValue = new ArrayList<>();
  private int ruaFields;

  private TlsRptSyntax() {}

  static TlsRptReading read(String record) {
    TlsRptSyntax syntax = new TlsRptSyntax();
    List<Finding> findings = new ArrayList<>();
    TlsRptRecord valid = null;
    try {
      valid = syntax.parse(record);
      findings.add(Finding.info("VALID", "senders report to " + Excerpt.of(syntax.rua.toString())));
    } catch (InvalidRecordException e) {
      findings.add(e.finding());
    }
    findings.addAll(syntax.remarks);
    return new TlsRptReading(findings, valid);
  }

  private TlsRptRecord parse(String record) throws InvalidRecordException {
    String text = trim(record);
    remarkOuterWhiteSpace(record);
    String version = VERSION_END.split(text, 2)[0];
    checkVersion(version);
    readFields(text.substring(version.length()));
    remarkFields();
    if (rua.isEmpty()) {
      throw new InvalidRecordException(
          "INVALID_NO_RUA",
          "a TLS-RPT record must say with rua= where reports go",
          "Add rua= (in lower case) with a mailto: or https: address.");
    }
    return new TlsRptRecord(rua);
  }

  private void remarkOuterWhiteSpace(String record) {
    if (isWhiteSpace(record.charAt(0))) {
      remarks.add(
          Finding.warning(
              "LEADING_SPACE",
              "the record begins with white space, so senders that follow the RFC ignore it",
              "Remove the white space before " + TlsRptRecord.VERSION + "."));
    }
    if (isWhiteSpace(record.charAt(record.length() - 1)) && !trim(record).endsWith(";")) {
      remarks.add(
          Finding.warning(
              "TRAILING_SPACE",
              "the record ends with white space, which the RFC allows after a semicolon only",
              "Remove the white space at the end."));
    }
  }

  private static void checkVersion(String version) throws InvalidRecordException {
    if (!version.equals(TlsRptRecord.VERSION)) {
      throw new InvalidRecordException(
          "INVALID_VERSION",
          "a TLS-RPT record must begin with exactly v=TLSRPTv1, got " + Excerpt.of(version),
          "Begin the record with v=TLSRPTv1; upper and lower case matter.");
    }
  }

  private void readFields(String afterVersion) throws InvalidRecordException {
    String fields = trim(afterVersion);
    if (fields.isEmpty() || fields.equals(";")) {
      return;
    }
    if (!fields.startsWith(";")) {
      throw syntaxError("a semicolon must follow v=TLSRPTv1", fields);
    }
    if (!afterVersion.startsWith(";")) {
      remarks.add(
          Finding.warning(
              "SPACE_BEFORE_SEMICOLON",
              "white space before the first semicolon: senders may ignore the record, above all"
                  + " beside another TXT record",
              "Begin the record with v=TLSRPTv1; without white space."));
    }
    for (String field : withoutEnd(fields.substring(1)).split(";", -1)) {
      readField(trim(field));
    }
  }

  private void readField(String field) throws InvalidRecordException {
    if (field.startsWith("rua=")) {
      ruaFields++;
      readAddresses(field.substring("rua=".length()));
    } else {
      readExtension(field);
    }
  }

  private void readAddresses(String value) throws InvalidRecordException {
    if (!value.isEmpty() && isWhiteSpace(value.charAt(0))) {
      throw syntaxError("no white space must follow rua=", "rua=" + value);
    }
    for (String address : value.split(",", -1)) {
      rua.add(TlsRptAddress.parse(trim(address)));
    }
  }

  private void readExtension(String field) throws InvalidRecordException {
    int equals = field.indexOf('=');
    String name = equals < 0 ? field : field.substring(0, equals);
    if (!EXTENSION_NAME.matcher(name).matches()) {
      throw syntaxError(
          "a field must have a name of 1 to 32 letters, digits, hyphens, dots and underscores",
          field);
    }
    if (equals < 0) {
      withoutValue.add(name);
      return;
    }
    if (!EXTENSION_VALUE.matcher(field.substring(equals + 1)).matches()) {
      throw syntaxError(
          "a field must have a value of visible characters other than = and ;", field);
    }
    unknown.add(name);
  }

  private void remarkFields() {
    if (ruaFields > 1) {
      remarks.add(
          Finding.warning(
              "SEVERAL_RUA",
              ruaFields + " rua= fields; the RFC allows it, but some senders refuse the record",
              "Put all addresses into one rua=, separated by commas."));
    }
    if (!withoutValue.isEmpty()) {
      remarks.add(
          Finding.warning(
              "FIELD_WITHOUT_VALUE",
              "strict senders refuse the record, for fields without a value: "
                  + Excerpt.of(String.join(", ", withoutValue)),
              "Remove them."));
    }
    if (!unknown.isEmpty()) {
      remarks.add(
          Finding.info(
              "UNKNOWN_FIELD", "senders ignore: " + Excerpt.of(String.join(", ", unknown))));
    }
  }

  private static InvalidRecordException syntaxError(String rule, String found) {
    return new InvalidRecordException(
        "INVALID_SYNTAX",
        rule + ", got " + Excerpt.of(found),
        "Write v=TLSRPTv1; rua= and the addresses, then at most one semicolon.");
  }

  /** Drops the delimiter that may end a record, with its white space. */
  private static String withoutEnd(String fields) {
    return fields.endsWith(";") ? fields.substring(0, fields.length() - 1) : fields;
  }

  /** Without white space as the ABNF has it: spaces and tabs only. */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhiteSpace(char character) {
    return character == ' ' || character == '\t';
  }
}
