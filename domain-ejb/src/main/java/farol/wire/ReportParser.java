package farol.wire;

import com.fasterxml.jackson.core.JsonFactory;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the outermost object of a report (RFC 8460, section 4.4). */
final class ReportParser {
  private static final String ORGANIZATION_NAME = "organization-name";
  private static final String DATE_RANGE = "date-range";
  private static final String CONTACT_INFO = "contact-info";
  private static final String REPORT_ID = "report-id";
  private static final String POLICIES = "policies";

  private final JsonCursor cursor;
  private final ReadingLimits limits;
  private final Instant receivedAt;
  private final FieldReader fields;
  private final ListReader lists;
  private final Allowance policyCount;
  private final Allowance failureDetails;
  private @Nullable String organization;
  private @Nullable ReportWindow window;
  private @Nullable String contact;
  private @Nullable String reportId;
  private @Nullable List<ReportedPolicy> policies;

  ReportParser(
      JsonCursor cursor,
      JsonFactory json,
      ReadingLimits limits,
      Warnings warnings,
      Instant receivedAt) {
    this.cursor = cursor;
    this.limits = limits;
    this.receivedAt = receivedAt;
    this.fields = new FieldReader(cursor, limits, warnings);
    this.lists = new ListReader(fields, new EmbeddedArray(json, limits), limits);
    this.policyCount =
        new Allowance(limits.policies(), "policies", RefusalCode.STRUCTURE_TOO_LARGE);
    this.failureDetails =
        new Allowance(limits.failureDetails(), "failure details", RefusalCode.STRUCTURE_TOO_LARGE);
  }

  Report read() throws IOException {
    goToReport();
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      switch (name) {
        case ORGANIZATION_NAME -> organization = fields.line(name, limits.organization());
        case DATE_RANGE -> window = window();
        case CONTACT_INFO -> contact = fields.line(name, limits.contact());
        case REPORT_ID -> reportId = reportId();
        case POLICIES -> policies = policies();
        default -> fields.skipUnknown(name);
      }
    }
    cursor.finish();
    return report();
  }

  private void goToReport() throws IOException {
    if (!cursor.start()) {
      throw new RefusedException(RefusalCode.EMPTY_BODY, "the body must hold a report, got none");
    }
    if (!cursor.isObject()) {
      cursor.skip();
      cursor.finish();
      throw new RefusedException(
          RefusalCode.NOT_A_REPORT, "a report must be a JSON object, got another JSON type");
    }
  }

  private @Nullable ReportWindow window() throws IOException {
    return cursor.isNull() ? null : new WindowReader(fields, limits, receivedAt).read();
  }

  /** It is part of the report's identity, so it is refused where other text would be rewritten. */
  private @Nullable String reportId() throws IOException {
    String id = fields.verbatim(REPORT_ID);
    if (id == null) {
      return null;
    }
    if (id.codePointCount(0, id.length()) > limits.reportId()) {
      throw new RefusedException(
          RefusalCode.FIELD_TOO_LONG,
          REPORT_ID
              + " must have at most "
              + limits.reportId()
              + " characters, got "
              + TextRules.quote(id));
    }
    if (!TextRules.isPlain(id)) {
      throw new RefusedException(
          RefusalCode.BAD_FIELD,
          REPORT_ID + " must not have control characters, got " + TextRules.quote(id));
    }
    return id;
  }

  private @Nullable List<ReportedPolicy> policies() throws IOException {
    if (cursor.isNull()) {
      return null;
    }
    fields.requireArray(POLICIES);
    List<ReportedPolicy> read = new ArrayList<>();
    while (cursor.nextItem()) {
      policyCount.use(1);
      read.add(new PolicyReader(fields, lists, failureDetails).read());
    }
    return read;
  }

  private Report report() throws RefusedException {
    if (organization == null) {
      fields.warn(WarningCode.WARN_ORGANIZATION, ORGANIZATION_NAME + " is absent");
    }
    if (contact == null) {
      fields.warn(WarningCode.WARN_CONTACT, CONTACT_INFO + " is absent");
    }
    return new Report(
        organization == null ? "" : organization,
        contact,
        Required.present(reportId, REPORT_ID),
        Required.present(window, DATE_RANGE),
        Required.present(policies, POLICIES));
  }
}
