package farol.web.kit;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;

/**
 * Has the start page stand at {@code /} wherever an action leads to it, and not under its file's
 * name.
 */
public final class StartPageAddress extends ViewHandlerWrapper {
  private static final String START_PAGE = "/index.xhtml";

  public StartPageAddress(ViewHandler faces) {
    super(faces);
  }

  @Override
  public String getRedirectURL(
      FacesContext faces,
      String viewId,
      Map<String, List<String>> parameters,
      boolean includeViewParams) {
    String address = super.getRedirectURL(faces, viewId, parameters, includeViewParams);
    return viewId.equals(START_PAGE) ? address.replaceFirst(START_PAGE, "/") : address;
  }
}
