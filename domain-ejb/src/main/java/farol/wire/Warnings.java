package farol.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the warnings of one reading: the first of each code stays. */
final class Warnings {
  private final Map<WarningCode, String> details = new EnumMap<>(WarningCode.class);

  void add(WarningCode code, String detail) {
    details.putIfAbsent(code, detail);
  }

  /** What was collected, in the order of the codes. */
  List<Warning> list() {
    return details.entrySet().stream()
        .map(entry -> new Warning(entry.getKey(), entry.getValue()))
        .toList();
  }
}
