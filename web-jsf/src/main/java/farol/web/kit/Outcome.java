package farol.web.kit;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where an action leads. */
public final class Outcome {
  private Outcome() {}

  /** The page that the action was on, anew, with its parameters in the address. */
  public static String samePage() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewId()
        + "?faces-redirect=true&includeViewParams=true";
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
    ExternalContext external = faces.getExternalContext();
    external.getFlash().setRedirect(true); // messages come along
    try {
      external.redirect(external.getRequestContextPath() + path);
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
