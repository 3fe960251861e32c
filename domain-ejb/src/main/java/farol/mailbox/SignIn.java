package farol.mailbox;

import static java.util.Objects.requireNonNull;

/** Who reads a mailbox, and what proves it. */
public record SignIn(String user, Method method, Secret secret) {
  /** What the secret is. */
  public enum Method {
    PASSWORD,
    /** A token of OAuth 2.0, sent by mechanism XOAUTH2. */
    BEARER_TOKEN
  }

  public SignIn {
    requireNonNull(user, "user");
    requireNonNull(method, "method");
    requireNonNull(secret, "secret");
  }

  @Override
  public String toString() {
    return user;
  }
}
