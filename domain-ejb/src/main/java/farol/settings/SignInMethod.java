package farol.settings;

/** Who knows those who sign in, beside the users that Farol keeps itself. */
public enum SignInMethod {
  /** Nobody. */
  FAROL,
  /** A directory, which checks passwords that are entered here. */
  LDAP,
  /** A provider, where people sign in. */
  OPENID_CONNECT;

  public static SignInMethod of(Settings settings) {
    return switch (settings.text(Setting.SIGN_IN)) {
      case "ldap" -> LDAP;
      case "openid-connect" -> OPENID_CONNECT;
      default -> FAROL;
    };
  }

  /** Whether people may sign in whom Farol does not know before. */
  public boolean isExternal() {
    return this != FAROL;
  }
}
