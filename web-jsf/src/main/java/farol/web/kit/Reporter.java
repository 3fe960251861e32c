package farol.web.kit;

/** Who reports, for people. */
public final class Reporter {
  private Reporter() {}

  /** As the organisation calls itself, which some don't. Outside text. */
  public static String named(String organization, Texts texts) {
    return organization.isBlank() ? texts.get("report.unnamed") : organization;
  }
}
