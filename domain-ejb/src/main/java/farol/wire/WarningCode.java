package farol.wire;

/**
 * What was odd about a report that was accepted all the same. The names are part of the product's
 * interface.
 */
public enum WarningCode {
  /** The JSON began with a byte order mark. */
  WARN_BOM,
  /** The body is not what its media type says. */
  WARN_MEDIA_TYPE,
  /** The body is not compressed although its content coding says so. */
  WARN_CONTENT_ENCODING,
  /** A value of another JSON type was understood. */
  WARN_TYPE,
  /** A field came under an older or mistaken name. */
  WARN_FIELD_NAME,
  /** Fields that RFC 8460 does not know were skipped. */
  UNKNOWN_FIELDS,
  /** The organisation did not name itself. */
  WARN_ORGANIZATION,
  /** No contact was given. */
  WARN_CONTACT,
  /** A time stamp without a zone was read as UTC. */
  WARN_NO_ZONE,
  /** A policy names no domain; it is taken to be the endpoint's. */
  WARN_DOMAIN,
  /** A policy type that RFC 8460 does not know was kept. */
  UNKNOWN_POLICY_TYPE,
  /** A line of a policy carried its line end. */
  WARN_LINE_END,
  /** A count was missing. */
  WARN_COUNT,
  /** The failures of a summary are not the sum of its details; the summary wins. */
  WARN_SUM,
  /** A failure has no result type. */
  WARN_RESULT_TYPE,
  /** A result type that means nothing known was kept. */
  UNKNOWN_RESULT_TYPE,
  /** Something that is not an IP address stood in its place and was dropped. */
  WARN_IP,
  /** Characters that cannot be stored or could deceive were replaced by U+FFFD. */
  SANITISED,
  /** Text was cut to its longest length. */
  TRUNCATED,
  /** More than one part of a mail looks like a report; the first of them was read. */
  MAIL_SEVERAL_REPORTS,
  /** A mail's header, subject or file name tells of another domain than the report in it. */
  MAIL_DOMAIN,
  /** A mail's subject has another report id than the report in it. */
  MAIL_REPORT_ID,
  /** A mail's file name tells of another time than the report in it. */
  MAIL_WINDOW;

  private static final String OF_MAIL = "MAIL_";

  /** Whether a code is about the mail that a report came in, of which only the report is kept. */
  public static boolean isOfMail(String code) {
    return code.startsWith(OF_MAIL);
  }
}
