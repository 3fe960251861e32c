package farol.web.domains;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the lines of a text: as few of them as possible are removed and added. Where there
 * are too many to find that out, all those between the first and the last difference are replaced.
 */
record LineDifference(List<Line> lines) {
  /** Products of the numbers of lines. */
  private static final long MOST_COMPARISONS = 1 << 18;

  LineDifference {
    lines = List.copyOf(lines);
  }

  enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A line of either text. */
  record Line(Fate fate, String text) {}

  static LineDifference between(List<String> before, List<String> after) {
    int start = 0;
    int end = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    while (end < shorter - start && fromEnd(before, end).equals(fromEnd(after, end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    add(lines, Fate.KEPT, before.subList(0, start));
    compare(
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        lines);
    add(lines, Fate.KEPT, before.subList(before.size() - end, before.size()));
    return new LineDifference(lines);
  }

  private static String fromEnd(List<String> lines, int place) {
    return lines.get(lines.size() - 1 - place);
  }

  private static void compare(List<String> before, List<String> after, List<Line> lines) {
    if ((long) before.size() * after.size() > MOST_COMPARISONS) {
      add(lines, Fate.REMOVED, before);
      add(lines, Fate.ADDED, after);
      return;
    }
    int[][] common = common(before, after);
    int one = 0;
    int other = 0;
    while (one < before.size() && other < after.size()) {
      if (before.get(one).equals(after.get(other))) {
        lines.add(new Line(Fate.KEPT, before.get(one++)));
        other++;
      } else if (common[one + 1][other] >= common[one][other + 1]) {
        lines.add(new Line(Fate.REMOVED, before.get(one++)));
      } else {
        lines.add(new Line(Fate.ADDED, after.get(other++)));
      }
    }
    add(lines, Fate.REMOVED, before.subList(one, before.size()));
    add(lines, Fate.ADDED, after.subList(other, after.size()));
  }

  /** How many lines can be kept of what follows a line of the one and a line of the other. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int one = before.size() - 1; one >= 0; one--) {
      for (int other = after.size() - 1; other >= 0; other--) {
        common[one][other] =
            before.get(one).equals(after.get(other))
                ? common[one + 1][other + 1] + 1
                : Math.max(common[one + 1][other], common[one][other + 1]);
      }
    }
    return common;
  }

  private static void add(List<Line> lines, Fate fate, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(fate, text)));
  }
}
