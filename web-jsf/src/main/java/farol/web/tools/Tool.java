package farol.web.tools;

import java.util.Locale;

/** The tools that there are, in the order of their list. */
public enum Tool {
  REPORT,
  RECORD_CHECK,
  RECORD_SYNTAX,
  RECORD;

  /** Names its page, its texts and its call of the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same for scripts. */
  String call() {
    return "POST /api/v1/tools/" + key();
  }
}
