package farol.web.kit;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** What an action tells the person who started it. */
public final class Messages {
  private Messages() {}

  /** Something was done; shown at the top, after a redirect too. */
  public static void done(String text) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
  }

  /** Something could not be done; shown at the top, after a redirect too. */
  public static void failed(String text) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }

  /** What was entered can't be taken; shown beside the component, or at the top for null. */
  public static void error(@Nullable String clientId, String text) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    faces.validationFailed();
  }
}
