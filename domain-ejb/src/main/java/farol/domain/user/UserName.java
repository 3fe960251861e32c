package farol.domain.user;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of users that Farol keeps, and those that it has from the start. */
public final class UserName {
  /** The first operator, whose password the installation has and not the database. */
  public static final String ADMIN = "admin";

  /** Runs the jobs that nobody started; no person. */
  public static final String SCHEDULER = "farol-scheduler";

  /** Nobody adds one of these. The last is whom the audit log names where no person acted. */
  private static final Set<String> BUILT_IN = Set.of(ADMIN, SCHEDULER, "farol");

  /** Also an e-mail address. Nothing that looks like another name, or that HTTP Basic can't say. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");

  private UserName() {}

  /** Whether a user may be called so. */
  static boolean isName(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether it is there from the start, however it is written. */
  public static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
  }
}
