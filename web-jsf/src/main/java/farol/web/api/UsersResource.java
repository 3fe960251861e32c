package farol.web.api;

import farol.domain.user.User;
import farol.domain.user.UserChange;
import farol.domain.user.UserService;
import farol.domain.user.UserService.Admission;
import farol.web.access.ForOperators;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The users that Farol keeps, in the hands of operators. Nobody is deleted, only disabled. */
@Path("users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@RequestScoped
public class UsersResource {
  @Inject UserService users;
  @Inject SignedIn signedIn;

  /**
   * A user to be, or another password for one.
   *
   * @param password one is made up where it is missing
   */
  public record UserOrder(@Nullable String user, @Nullable String password) {}

  /** What is to be changed of a user; what is missing stays as it is. */
  public record UserPatch(
      @Nullable Boolean enabled, @Nullable Boolean operator, @Nullable Boolean auditor) {
    UserChange change() {
      return new UserChange(enabled, operator, auditor);
    }
  }

  /**
   * A user.
   *
   * @param external whether a provider vouches for this person, and says in which groups
   */
  public record UserView(
      String user,
      boolean enabled,
      boolean external,
      boolean operator,
      boolean auditor,
      Instant since) {
    static UserView of(User user) {
      return new UserView(
          user.name(),
          user.isEnabled(),
          user.isExternal(),
          user.isOperator(),
          user.isAuditor(),
          user.createdAt());
    }
  }

  /**
   * A user with another password.
   *
   * @param password one that was made up, which nobody can be told again; null for a given one
   */
  public record AdmissionView(String user, @Nullable String password) {
    static AdmissionView of(Admission admission) {
      return new AdmissionView(admission.user().name(), admission.password().orElse(null));
    }
  }

  /** All of them, in the order of their names; without {@code admin}. */
  @GET
  @ForOperators
  public PageView<UserView> list() {
    List<UserView> all = users.list().stream().map(UserView::of).toList();
    return new PageView<>(all, 0, all.size(), all.size());
  }

  @POST
  @ForOperators
  public Response add(@Nullable UserOrder order, @Context UriInfo uri) {
    if (order == null || order.user() == null) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must be {\"user\":\"ann\"}, with a password or without");
    }
    Admission added = users.add(order.user(), passwordIn(order));
    return Response.created(uri.getAbsolutePathBuilder().segment(added.user().name()).build())
        .entity(AdmissionView.of(added))
        .build();
  }

  /** Changes all that is asked for, or nothing. */
  @PATCH
  @Path("{user}")
  @ForOperators
  public UserView change(@PathParam("user") String name, @Nullable UserPatch patch) {
    if (patch == null || patch.change().isEmpty()) {
      throw ApiException.badRequest(
          "MISSING_FIELD", "the body must have some of enabled, operator and auditor");
    }
    return UserView.of(found(users.change(name, patch.change(), signedIn.getName())));
  }

  /** Gives a user another password, and ends all that the old one began. */
  @POST
  @Path("{user}/password")
  @ForOperators
  public AdmissionView reset(@PathParam("user") String name, @Nullable UserOrder order) {
    return AdmissionView.of(
        found(users.resetPassword(name, order == null ? "" : passwordIn(order))));
  }

  private static String passwordIn(UserOrder order) {
    return order.password() == null ? "" : order.password();
  }

  private static <T> T found(Optional<T> changed) {
    return changed.orElseThrow(() -> ApiException.notFound("user"));
  }
}
