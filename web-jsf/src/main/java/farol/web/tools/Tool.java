package farol.web.tools;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tools that there are, in the order of their list. */
public enum Tool {
  REPORT(Work.READING),
  RECORD_CHECK(Work.ASKING),
  MTA_STS(Work.ASKING),
  RECORD_SYNTAX(Work.READING),
  RECORD(Work.READING);

  private static final String CALLS = "/tools/";

  private final Work work;

  Tool(Work work) {
    this.work = work;
  }

  /** What using a tool takes. */
  public enum Work {
    /** Some megabytes for a moment. */
    READING,
    /** Waiting for DNS and servers of others, for up to twenty seconds. */
    ASKING
  }

  /** The tool that a path below the API's root calls. */
  public static Optional<Tool> calledBy(String path) {
    return Arrays.stream(values()).filter(tool -> path.equals(CALLS + tool.key())).findFirst();
  }

  public Work work() {
    return work;
  }

  /** Names its page, its texts and its call of the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same for scripts. */
  String call() {
    return "POST /api/v1" + CALLS + key();
  }
}
