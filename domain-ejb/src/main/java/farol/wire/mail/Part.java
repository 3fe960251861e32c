package farol.wire.mail;

import farol.domain.report.RawReport;
import farol.wire.ReportReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that is no multipart, or a mail that has only one.
 *
 * @param mail the headers of the mail that it is in
 * @param mediaType in lower case, without parameters; empty where none is given
 * @param fileName for people; null where none is given
 */
record Part(
    Headers mail,
    String mediaType,
    @Nullable String fileName,
    TransferEncoding encoding,
    Span body) {
  /** Media types that say it all; the last is seen although RFC 8460 does not know it. */
  private static final Set<String> OF_REPORTS =
      Set.of("application/tlsrpt+gzip", "application/tlsrpt+json", "application/tlsrpt");

  /** Media types that a report may have when it is posted, too. */
  private static final Set<String> POSTED =
      Set.of(
          "application/tlsrpt+gzip",
          "application/tlsrpt+json",
          "application/gzip",
          "application/x-gzip",
          "application/json",
          "application/octet-stream");

  private static final byte[] ZIP_START = {'P', 'K', 3, 4};

  /** As many bytes as it takes to see a zip file, however they are encoded. */
  private static final int HEAD = 64;

  /** How much a part looks like a report; the first is the surest sign. */
  enum Likeness {
    BY_MEDIA_TYPE,
    BY_FILE_NAME,
    /** By its first bytes, and its media type is one of attachments. */
    BY_ATTACHED_BYTES,
    BY_BYTES,
    NONE
  }

  static Part of(Headers mail, Headers own, FieldValue contentType) {
    String named = FieldValue.parse(own.value("content-disposition")).text("filename");
    return new Part(
        mail,
        contentType.value(),
        named == null ? contentType.text("name") : named,
        TransferEncoding.of(own.value("content-transfer-encoding")),
        own.body());
  }

  Likeness likeness() {
    if (OF_REPORTS.contains(mediaType)) {
      return Likeness.BY_MEDIA_TYPE;
    }
    if (ReportFileName.parse(fileName).isPresent()) {
      return Likeness.BY_FILE_NAME;
    }
    if (!ReportReader.isReport(bytes())) {
      return Likeness.NONE;
    }
    return mediaType.startsWith("application/") ? Likeness.BY_ATTACHED_BYTES : Likeness.BY_BYTES;
  }

  /** A part for each report in it, where it is a zip file; none where it is not. */
  List<Part> unzipped(Budget budget) throws MailRefusedException {
    Span start = new Span(body.bytes(), body.start(), Math.min(body.end(), body.start() + HEAD));
    if (!Span.of(encoding.decode(start)).startsWith(0, ZIP_START)) {
      return List.of();
    }
    return ZippedReports.in(bytes(), budget).stream()
        .map(
            report ->
                new Part(mail, mediaType, fileName, TransferEncoding.IDENTITY, Span.of(report)))
        .toList();
  }

  /** What it carries, decoded anew each time. */
  byte[] bytes() {
    return encoding.decode(body);
  }

  private boolean isAnnounced() {
    return likeness().compareTo(Likeness.BY_FILE_NAME) <= 0 || mail.announceReport();
  }

  MailReading.Found found(boolean several) {
    return new MailReading.Found(
        new RawReport(bytes(), POSTED.contains(mediaType) ? mediaType : null, null),
        Envelope.of(mail, fileName),
        isAnnounced(),
        several,
        mail.entity().bytes());
  }
}
