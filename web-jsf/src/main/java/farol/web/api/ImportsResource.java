package farol.web.api;

import farol.domain.account.Role;
import farol.imports.ImportService;
import farol.imports.ImportUploads;
import farol.imports.ReportImport;
import farol.problem.Problem;
import farol.web.access.AtLeast;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Imports of files with old reports. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ImportsResource {
  @Inject SignedIn signedIn;
  @Inject ImportService imports;
  @Inject ImportUploads uploads;

  /** All of the account, the latest first. */
  @GET
  public PageView<ImportView> list(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    long account = signedIn.accountId();
    return new PageView<>(
        imports.list(account, paging.offset(), paging.size()).stream().map(ImportView::of).toList(),
        page,
        size,
        imports.count(account));
  }

  /** Takes in a file; a job imports what is in it. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @AtLeast(Role.ANALYST)
  @Operation(
      summary = "Import old reports",
      description =
          "The body is a file with reports: JSON, gzip, a mail, a mailbox (mbox), a zip or tar file"
              + " of these, of FAROL_LIMIT_IMPORT_BYTES at most. Its kind is told by its first"
              + " bytes. The answer comes once the file is kept; where the import stands is at"
              + " Location.")
  @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
  @APIResponse(
      responseCode = "202",
      description = "The file is kept, and will be imported",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "As many imports of the account wait, run or have failed as may, or this one was"
              + " cancelled while its file came in",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "413",
      description = "The file is too large",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "507",
      description = "The disk has no room for it",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Response add(
      @QueryParam("name") @DefaultValue("import") String name,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("0") long length,
      InputStream body,
      @Context UriInfo uri)
      throws IOException {
    uploads.requireSize(length);
    ReportImport added = uploads.receive(signedIn.accountId(), name, body);
    return Response.accepted(ImportView.of(added))
        .location(uri.getAbsolutePathBuilder().path(String.valueOf(added.id())).build())
        .build();
  }

  @GET
  @Path("{id}")
  public ImportView show(@PathParam("id") long id) {
    return view(imports.find(signedIn.accountId(), id));
  }

  /** What it did not take, in the order of the file: of each verdict the first 10,000. */
  @GET
  @Path("{id}/refusals")
  public PageView<ImportRefusalView> refusals(
      @PathParam("id") long id,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paging paging = new Paging(page, size);
    long account = signedIn.accountId();
    ImportView found = show(id);
    return new PageView<>(
        imports.refusals(account, found.id(), paging.offset(), paging.size()).stream()
            .map(ImportRefusalView::of)
            .toList(),
        page,
        size,
        imports.countRefusals(account, found.id()));
  }

  /** Ends it; what it has stored stays. */
  @POST
  @Path("{id}/cancel")
  @AtLeast(Role.ANALYST)
  public ImportView cancel(@PathParam("id") long id) {
    return view(imports.cancel(signedIn.accountId(), id));
  }

  /** Has it go on after it was given up. */
  @POST
  @Path("{id}/retry")
  @AtLeast(Role.ANALYST)
  public ImportView retry(@PathParam("id") long id) {
    return view(imports.retry(signedIn.accountId(), id));
  }

  private static ImportView view(Optional<ReportImport> found) {
    return found.map(ImportView::of).orElseThrow(() -> ApiException.notFound("import"));
  }
}
