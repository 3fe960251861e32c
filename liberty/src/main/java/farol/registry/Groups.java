package farol.registry;

import java.util.List;

/** The groups that roles of the installation are for. */
final class Groups {
  static final String OPERATORS = "operators";
  static final String AUDITORS = "auditors";
  static final List<String> ALL = List.of(AUDITORS, OPERATORS);

  private Groups() {}
}
