package farol.web.api;

import farol.domain.mailbox.MailboxTrouble;
import farol.intake.mailbox.MailCounts;
import farol.intake.mailbox.MailboxBook;
import farol.intake.mailbox.MailboxStatus;
import farol.intake.mailbox.NotedMail;
import farol.web.access.ForOperators;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The mailboxes that reports are read from, for operators. */
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MailboxesResource {
  @Inject MailboxBook book;

  /**
   * A mailbox.
   *
   * @param beingRead whether a run of {@code mailbox-intake} reads it now
   * @param lastLookAt null: not yet
   * @param trouble why the last look ended early; null if it came to the end
   * @param failures looks in a row that ended early
   * @param noted the last mails that somebody should look at, the latest first
   */
  public record MailboxView(
      String name,
      String address,
      boolean beingRead,
      @Nullable Instant lastLookAt,
      Instant nextLookAt,
      @Nullable TroubleView trouble,
      int failures,
      MailCounts mails,
      List<NotedMail> noted) {
    static MailboxView of(MailboxStatus status) {
      return new MailboxView(
          status.name(),
          status.address(),
          status.beingRead(),
          status.lastLookAt(),
          status.nextLookAt(),
          TroubleView.of(status.trouble(), status.detail()),
          status.failures(),
          status.counts(),
          status.noted());
    }
  }

  /** Why a look ended early. */
  public record TroubleView(String code, String detail) {
    static @Nullable TroubleView of(@Nullable MailboxTrouble trouble, String detail) {
      return trouble == null ? null : new TroubleView(trouble.name(), detail);
    }
  }

  /** All of them, in the order of their names. */
  @GET
  @ForOperators
  @Operation(
      summary = "How the mailboxes fare that reports are read from",
      description =
          "For operators. mails counts what became of the mails; noted has the last 100 that"
              + " somebody should look at, and why.")
  public PageView<MailboxView> list() {
    List<MailboxView> all = book.statuses().stream().map(MailboxView::of).toList();
    return new PageView<>(all, 0, all.size(), all.size());
  }
}
