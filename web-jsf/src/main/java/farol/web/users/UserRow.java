package farol.web.users;

import farol.domain.user.User;
import farol.domain.user.UserName;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user in the table.
 *
 * @param self whether it is the person at the browser
 * @param builtIn whether it comes with the installation, and stays as it is
 * @param external whether password and groups are a provider's
 * @param tone names in the style sheet whether the user may sign in
 * @param since when the user was added; null for who has always been there
 */
public record UserRow(
    String name,
    boolean self,
    boolean builtIn,
    boolean external,
    boolean enabled,
    boolean operator,
    boolean auditor,
    String tone,
    String state,
    @Nullable Instant since,
    Questions questions) {

  /** What buttons are called for screen readers, and what they ask first. */
  public record Questions(
      String disable,
      String disableLabel,
      String enableLabel,
      String reset,
      String resetLabel,
      String operatorLabel,
      String auditorLabel) {

    static Questions of(String name, Texts texts) {
      return new Questions(
          texts.format("users.disable.question", name),
          texts.format("users.disable.label", name),
          texts.format("users.enable.label", name),
          texts.format("users.reset.question", name),
          texts.format("users.reset.label", name),
          texts.format("users.operator.label", name),
          texts.format("users.auditor.label", name));
    }
  }

  /** Whether the person at the browser may take this user's rights away. */
  private boolean isAnothers() {
    return !self && !builtIn;
  }

  public boolean isDisableable() {
    return enabled && isAnothers();
  }

  public boolean isResettable() {
    return !external && isAnothers();
  }

  public boolean isPromotable() {
    return !external && !operator;
  }

  public boolean isDismissable() {
    return !external && operator && isAnothers();
  }

  public boolean isAuditable() {
    return !external && !auditor;
  }

  public boolean isUnauditable() {
    return !external && auditor;
  }

  static UserRow of(User user, String person, Texts texts) {
    return new UserRow(
        user.name(),
        user.name().equals(person),
        false,
        user.isExternal(),
        user.isEnabled(),
        user.isOperator(),
        user.isAuditor(),
        user.isEnabled() ? "ok" : "information",
        state(user, texts),
        user.createdAt(),
        Questions.of(user.name(), texts));
  }

  private static String state(User user, Texts texts) {
    Optional<Instant> disabled = user.disabledAt();
    return disabled
        .map(since -> texts.format("users.state.disabled", texts.instant(since)))
        .orElseGet(
            () -> texts.get(user.isExternal() ? "users.state.external" : "users.state.enabled"));
  }

  static UserRow admin(String person, Texts texts) {
    return new UserRow(
        UserName.ADMIN,
        person.equals(UserName.ADMIN),
        true,
        false,
        true,
        true,
        false,
        "ok",
        texts.get("users.state.built-in"),
        null,
        Questions.of(UserName.ADMIN, texts));
  }
}
