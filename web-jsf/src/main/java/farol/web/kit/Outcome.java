package farol.web.kit;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Where an action leads. */
public final class Outcome {
  /** RFC 3986, section 3.4. */
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");

  private Outcome() {}

  /** The page that the action was on, anew, with its parameters in the address. */
  public static String samePage() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewId()
        + "?faces-redirect=true&includeViewParams=true";
  }

  /**
   * Sends the browser to the page that the action was on, where that keeps no state and so forgets
   * its parameters.
   *
   * @param query of its address; what cannot be one leads to the page without parameters
   */
  public static void reload(String query) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String page =
        faces
            .getApplication()
            .getViewHandler()
            .getRedirectURL(faces, faces.getViewRoot().getViewId(), Map.of(), false);
    boolean isQuery = !query.isEmpty() && QUERY.matcher(query).matches();
    redirectTo(faces, isQuery ? page + "?" + query : page);
  }

  /** Ends the request with the page for what does not exist, or is not this account's. */
  public static void notFound() {
    end(404, "/errors/not-found.xhtml");
  }

  /** Ends the request with the page for what this person may not do. */
  public static void forbidden() {
    end(403, "/errors/forbidden.xhtml");
  }

  /** Sends the browser to a path of Farol's own. */
  public static void redirect(String path) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setRedirect(true); // messages come along
    redirectTo(faces, faces.getExternalContext().getRequestContextPath() + path);
  }

  private static void redirectTo(FacesContext faces, String address) {
    try {
      faces.getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces.responseComplete();
  }

  /**
   * Shows an error page in place of the one asked for. Not by {@code sendError}: the server would
   * run that page within this one and take its context away.
   */
  private static void end(int status, String page) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().setResponseStatus(status);
    faces.setViewRoot(faces.getApplication().getViewHandler().createView(faces, page));
    faces.renderResponse();
  }
}
