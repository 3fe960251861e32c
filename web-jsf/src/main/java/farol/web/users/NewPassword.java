package farol.web.users;

import farol.domain.user.UserService.Admission;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** A password that was just made up, shown once, on the page after the action. */
@Named("newPassword")
@RequestScoped
public class NewPassword {
  private static final String TEXT = "new-password.text";
  private static final String VALUE = "new-password.value";

  @Inject Texts texts;

  /** One that the operator has chosen is known, and so not shown. */
  void keep(Admission admission) {
    admission.password().ifPresent(password -> keep(admission.user().name(), password));
  }

  private void keep(String user, String password) {
    Map<String, Object> next = FacesContext.getCurrentInstance().getExternalContext().getFlash();
    next.put(TEXT, texts.format("users.password.of", user));
    next.put(VALUE, password);
  }

  public boolean isThere() {
    return !getValue().isEmpty();
  }

  public String getText() {
    return flashed(TEXT);
  }

  public String getValue() {
    return flashed(VALUE);
  }

  private static String flashed(String key) {
    Object kept = FacesContext.getCurrentInstance().getExternalContext().getFlash().get(key);
    return kept == null ? "" : kept.toString();
  }
}
