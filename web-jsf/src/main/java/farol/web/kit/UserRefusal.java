package farol.web.kit;

import farol.domain.shared.Excerpt;
import farol.domain.user.UserRefusedException;

/** Says why a user can't be added or changed so. */
public final class UserRefusal {
  private UserRefusal() {}

  /**
   * The reason in a sentence.
   *
   * @param name of the user, as it was entered
   */
  public static String text(UserRefusedException refused, String name, Texts texts) {
    return texts.format("users.refused." + refused.reason().name(), Excerpt.of(name.strip()));
  }
}
