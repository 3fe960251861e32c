package farol.web.api;

import farol.domain.audit.AuditEntry;
import farol.domain.audit.AuditFilter;
import farol.domain.audit.AuditLog;
import farol.web.audit.AuditSelection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what: in the caller's account, for its owners, or in all, for auditors. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {
  @Inject AuditLog log;
  @Inject AuditSelection selection;

  /**
   * An entry.
   *
   * @param account null: of the installation
   * @param address null where nobody asked for it by the network
   */
  public record AuditView(
      long id,
      Instant at,
      @Nullable Long account,
      String actor,
      @Nullable String address,
      String action,
      String subject,
      @Nullable String before,
      @Nullable String after) {
    static AuditView of(AuditEntry entry) {
      return new AuditView(
          entry.id(),
          entry.at(),
          entry.accountId().orElse(null),
          entry.actor(),
          entry.address().orElse(null),
          entry.action().name(),
          entry.subject(),
          entry.before().orElse(null),
          entry.after().orElse(null));
    }
  }

  /** The latest first. */
  @GET
  public PageView<AuditView> list(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    return page(selection.filter(null, actor, action), new Paging(page, size));
  }

  /** The same of all accounts and of the installation itself. */
  @GET
  @Path("all")
  public PageView<AuditView> listAll(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    return page(selection.filter("true", actor, action), new Paging(page, size));
  }

  private PageView<AuditView> page(AuditFilter filter, Paging paging) {
    List<AuditView> items =
        log.list(filter, paging.offset(), paging.size()).stream().map(AuditView::of).toList();
    return new PageView<>(items, paging.page(), paging.size(), log.count(filter));
  }
}
