package farol.domain.published;

import farol.domain.shared.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one TXT record by the grammar that TLS-RPT (RFC 8460, section 3) and MTA-STS (RFC 8461,
 * section 3.1) have in common: a version, then fields {@code name=value} between semicolons, of
 * which those that the RFC does not define are ignored. The first error ends it, since what follows
 * an error cannot be trusted.
 *
 * <p>Three departures from the grammar, which many senders forgive, are accepted with a warning:
 * white space before the record, white space after it, and an unknown field without a value.
 *
 * <p>An instance reads one record.
 */
abstract class TxtSyntax<T> {
  private static final Pattern EXTENSION_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
  private static final Pattern EXTENSION_VALUE = Pattern.compile("[\\x21-\\x7E&&[^=;]]+");
  private static final Pattern VERSION_END = Pattern.compile("[ \t;]");

  private final TxtForm form;
  private final List<Finding> remarks = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> withoutValue = new ArrayList<>();

  TxtSyntax(TxtForm form) {
    this.form = form;
  }

  /**
   * Takes in a field if the RFC defines it.
   *
   * @return whether it does; otherwise it is an extension
   */
  abstract boolean take(String name, String value) throws InvalidRecordException;

  /** The record, once all fields are taken in. */
  abstract T record() throws InvalidRecordException;

  /** What a valid record means, for the verdict. */
  abstract String meaning(T record);

  final RecordReading<T> read(String record) {
    List<Finding> findings = new ArrayList<>();
    T valid = null;
    try {
      valid = parse(record);
      findings.add(Finding.info(FindingCode.VALID, meaning(valid), "", form.source()));
    } catch (InvalidRecordException e) {
      findings.add(e.finding());
    }
    findings.addAll(remarks);
    return new RecordReading<>(findings, valid);
  }

  /** Remembers something that does not make the record invalid. */
  final void warn(FindingCode code, String message, String fix) {
    remarks.add(Finding.warning(code, message, fix, form.source()));
  }

  final InvalidRecordException invalid(FindingCode code, String message, String fix) {
    return new InvalidRecordException(code, message, fix, form.source());
  }

  final InvalidRecordException syntaxError(String rule, String found) {
    return invalid(
        FindingCode.INVALID_SYNTAX,
        rule + ", got " + Excerpt.of(found),
        "Write " + form.version() + "; " + form.shape() + ", then at most one semicolon.");
  }

  private T parse(String record) throws InvalidRecordException {
    String text = WhiteSpace.trim(record);
    remarkOuterWhiteSpace(record, text);
    String version = VERSION_END.split(text, 2)[0];
    checkVersion(version);
    readFields(text.substring(version.length()));
    remarkFields();
    return record();
  }

  private void remarkOuterWhiteSpace(String record, String text) {
    if (!record.startsWith(text)) {
      warn(
          FindingCode.LEADING_SPACE,
          "the record begins with white space, so senders that follow the RFC ignore it",
          "Remove the white space before " + form.version() + ".");
    }
    if (!record.endsWith(text) && !text.endsWith(";")) {
      warn(
          FindingCode.TRAILING_SPACE,
          "the record ends with white space, which the RFC allows after a semicolon only",
          "Remove the white space at the end.");
    }
  }

  private void checkVersion(String version) throws InvalidRecordException {
    if (!version.equals(form.version())) {
      throw invalid(
          FindingCode.INVALID_VERSION,
          "the record must begin with exactly " + form.version() + ", got " + Excerpt.of(version),
          "Begin the record with " + form.version() + "; upper and lower case matter.");
    }
  }

  private void readFields(String afterVersion) throws InvalidRecordException {
    String fields = WhiteSpace.trim(afterVersion);
    if (fields.isEmpty() || fields.equals(";")) {
      return;
    }
    if (!fields.startsWith(";")) {
      throw syntaxError("a semicolon must follow " + form.version(), fields);
    }
    if (!afterVersion.startsWith(";")) {
      warn(
          FindingCode.SPACE_BEFORE_SEMICOLON,
          "white space before the first semicolon: senders may ignore the record, above all beside"
              + " another TXT record",
          "Begin the record with " + form.version() + "; without white space.");
    }
    for (String field : withoutEnd(fields.substring(1)).split(";", -1)) {
      readField(WhiteSpace.trim(field));
    }
  }

  private void readField(String field) throws InvalidRecordException {
    int equals = field.indexOf('=');
    String name = equals < 0 ? field : field.substring(0, equals);
    if (equals >= 0 && take(name, field.substring(equals + 1))) {
      return;
    }
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
    if (!withoutValue.isEmpty()) {
      warn(
          FindingCode.FIELD_WITHOUT_VALUE,
          "strict senders refuse the record, for fields without a value: "
              + Excerpt.of(String.join(", ", withoutValue)),
          "Remove them.");
    }
    if (!unknown.isEmpty()) {
      remarks.add(
          Finding.info(
              FindingCode.UNKNOWN_FIELD,
              "senders ignore: " + Excerpt.of(String.join(", ", unknown)),
              "",
              form.source()));
    }
  }

  /** Drops the delimiter that may end a record, with its white space. */
  private static String withoutEnd(String fields) {
    return fields.endsWith(";") ? fields.substring(0, fields.length() - 1) : fields;
  }
}
