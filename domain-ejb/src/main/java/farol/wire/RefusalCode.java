package farol.wire;

/**
 * Why a report was refused. The names are part of the product's interface: senders' operators and
 * scripts see them as {@code code}.
 */
public enum RefusalCode {
  MEDIA_TYPE(415),
  CONTENT_ENCODING(415),
  BODY_TOO_LARGE(413),
  EMPTY_BODY(400),
  BAD_GZIP(400),
  NESTED_COMPRESSION(400),
  DECODED_TOO_LARGE(413),
  TRAILING_DATA(400),
  BAD_UTF8(400),
  BAD_JSON(400),
  TOO_DEEP(400),
  DUPLICATE_KEY(400),
  STRUCTURE_TOO_LARGE(413),
  NOT_A_REPORT(422),
  MISSING_FIELD(422),
  BAD_TYPE(422),
  BAD_FIELD(422),
  FIELD_TOO_LONG(422),
  BAD_COUNT(422),
  IMPLAUSIBLE_COUNT(422),
  BAD_DATE(422),
  BAD_DATE_RANGE(422),
  BAD_DOMAIN(422),
  /** A mail in which nothing looks like a report. */
  NO_REPORT_IN_MAIL(422),
  /** Multiparts and forwarded mails are too deep inside one another. */
  MAIL_TOO_DEEP(400),
  MAIL_TOO_MANY_PARTS(413),
  MAIL_HEADER_TOO_LARGE(413),
  /** Readable, but no policy in it is the endpoint's; decided after reading. */
  DOMAIN_MISMATCH(422),
  /** No such collector; decided before reading. */
  UNKNOWN_TOKEN(404);

  private final int status;

  RefusalCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it (RFC 9110, section 15.5). */
  public int status() {
    return status;
  }
}
