package farol.web.api;

import farol.domain.account.Member;
import farol.domain.account.MemberService;
import farol.domain.account.Role;
import farol.web.access.AtLeast;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people in the caller's account. */
@Path("members")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@RequestScoped
public class MembersResource {
  private static final String SHAPE =
      "the body must be {\"user\":\"ann\",\"role\":\"analyst\"}; to change a role, without user";

  @Inject CallerAccount account;
  @Inject MemberService members;

  /**
   * A member to be.
   *
   * @param user the name in the user registry
   * @param role {@code owner}, {@code analyst} or {@code viewer}
   */
  public record MemberOrder(@Nullable String user, @Nullable String role) {}

  /** A member. */
  public record MemberView(String user, String role, Instant since) {
    static MemberView of(Member member) {
      return new MemberView(member.userName(), member.role().text(), member.joinedAt());
    }
  }

  /** All of them, in the order of their names. */
  @GET
  public PageView<MemberView> list() {
    List<MemberView> all = members.list(account.id()).stream().map(MemberView::of).toList();
    return new PageView<>(all, 0, all.size(), all.size());
  }

  @POST
  @AtLeast(Role.OWNER)
  public Response add(@Nullable MemberOrder order, @Context UriInfo uri) {
    if (order == null || order.user() == null) {
      throw ApiException.badRequest("MISSING_FIELD", SHAPE);
    }
    MemberView added = MemberView.of(members.add(account.id(), order.user(), role(order)));
    return Response.created(uri.getAbsolutePathBuilder().segment(added.user()).build())
        .entity(added)
        .build();
  }

  /** Gives a member another role. */
  @PUT
  @Path("{user}")
  @AtLeast(Role.OWNER)
  public MemberView change(@PathParam("user") String user, @Nullable MemberOrder order) {
    return members
        .changeRole(account.id(), user, role(order))
        .map(MemberView::of)
        .orElseThrow(() -> ApiException.notFound("member"));
  }

  @DELETE
  @Path("{user}")
  @AtLeast(Role.OWNER)
  public Response remove(@PathParam("user") String user) {
    if (!members.remove(account.id(), user)) {
      throw ApiException.notFound("member");
    }
    return Response.noContent().build();
  }

  private static Role role(@Nullable MemberOrder order) {
    if (order == null || order.role() == null) {
      throw ApiException.badRequest("MISSING_FIELD", SHAPE);
    }
    return Role.of(order.role())
        .orElseThrow(
            () -> ApiException.badRequest("INVALID_ROLE", "role must be owner, analyst or viewer"));
  }
}
