package farol.web.domains;

import farol.domain.report.UnprovenShare;
import farol.web.kit.Texts;

/** Says how much of what is counted rests on mails that nobody has proven. */
final class UnprovenReports {
  private UnprovenReports() {}

  /** Empty where nothing does. */
  static String sentence(UnprovenShare share, Texts texts) {
    return share.isAny() ? texts.format("domain.unproven", share.unproven(), share.reports()) : "";
  }
}
