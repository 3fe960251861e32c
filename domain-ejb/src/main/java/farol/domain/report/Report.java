package farol.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one organisation observed in one window when it sent mail to a domain. Whoever knows the
 * collector's address can write one: every text in it is a claim.
 *
 * @param organization who says that it observed; empty where the sender left it out
 * @param contact how to reach them, as they wrote it
 * @param reportId the sender's name for the report; weak, so never a key by itself
 * @param window the time covered
 * @param policies in the sender's order; not necessarily all of one domain
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4">RFC 8460, section 4</a>
 */
public record Report(
    String organization,
    @Nullable String contact,
    String reportId,
    ReportWindow window,
    List<ReportedPolicy> policies) {
  public Report {
    requireNonNull(organization, "organization");
    requireNonNull(reportId, "reportId");
    requireNonNull(window, "window");
    policies = List.copyOf(policies);
  }
}
