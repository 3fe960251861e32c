package farol.web.api;

import farol.domain.account.Role;
import farol.domain.token.ApiToken;
import farol.domain.token.IssuedToken;
import farol.domain.token.TokenOrder;
import farol.domain.token.TokenScope;
import farol.domain.token.TokenService;
import farol.web.access.AtLeast;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens by which scripts call for the account. Only people make them. */
@Path("tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@RequestScoped
public class TokensResource {
  private static final String SHAPE =
      "the body must be {\"name\":\"backup\",\"scope\":\"read\",\"days\":90}";

  @Inject SignedIn signedIn;
  @Inject TokenService tokens;

  /**
   * A token to be.
   *
   * @param scope {@code read} or {@code write}
   * @param days how long it is worth something, 1 to 365
   */
  public record TokenClaim(@Nullable String name, @Nullable String scope, @Nullable Integer days) {}

  /**
   * A token.
   *
   * @param lastUsedAt null while it never was used
   * @param token what a script sends as {@code Authorization: Bearer}; only in the answer to the
   *     call that made it
   */
  public record TokenView(
      long id,
      String name,
      String scope,
      String createdBy,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable String token) {
    static TokenView of(ApiToken token) {
      return of(token, null);
    }

    static TokenView of(IssuedToken issued) {
      return of(issued.token(), issued.secret().value());
    }

    private static TokenView of(ApiToken token, @Nullable String secret) {
      return new TokenView(
          token.id(),
          token.name(),
          token.scope().text(),
          token.createdBy(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt().orElse(null),
          secret);
    }
  }

  /** All of them, in the order of their names. */
  @GET
  @AtLeast(Role.OWNER)
  public PageView<TokenView> list() {
    List<TokenView> all = tokens.list(signedIn.accountId()).stream().map(TokenView::of).toList();
    return new PageView<>(all, 0, all.size(), all.size());
  }

  @POST
  @AtLeast(Role.OWNER)
  public Response create(@Nullable TokenClaim claim, @Context UriInfo uri) {
    TokenView made =
        TokenView.of(tokens.create(signedIn.accountId(), signedIn.getName(), order(claim)));
    return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(made.id())).build())
        .entity(made)
        .build();
  }

  @DELETE
  @Path("{id}")
  @AtLeast(Role.OWNER)
  public Response revoke(@PathParam("id") long id) {
    if (!tokens.revoke(signedIn.accountId(), id)) {
      throw ApiException.notFound("token");
    }
    return Response.noContent().build();
  }

  private static TokenOrder order(@Nullable TokenClaim claim) {
    if (claim == null || claim.name() == null || claim.scope() == null || claim.days() == null) {
      throw ApiException.badRequest("MISSING_FIELD", SHAPE);
    }
    TokenScope scope =
        TokenScope.of(claim.scope())
            .orElseThrow(
                () -> ApiException.badRequest("INVALID_SCOPE", "scope must be read or write"));
    return new TokenOrder(claim.name(), scope, Duration.ofDays(claim.days()));
  }
}
