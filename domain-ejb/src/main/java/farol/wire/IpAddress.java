package farol.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses as text, without the platform's parser, which resolves what it does not understand.
 */
final class IpAddress {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 =
      Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int LONGEST = 45;
  private static final int GROUPS = 8;
  private static final int[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0xffff};

  private IpAddress() {}

  /**
   * The address in the one form that it is compared in (RFC 5952 for IPv6; an IPv4-mapped address
   * is the IPv4 address), or null where the text is no address.
   */
  static @Nullable String canonical(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    if (IPV4.matcher(text).matches()) {
      return text;
    }
    int[] groups = ipv6(text);
    return groups == null ? null : write(groups);
  }

  private static int @Nullable [] ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      List<Integer> all = groups(text);
      return all != null && all.size() == GROUPS ? toArray(all, List.of()) : null;
    }
    List<Integer> head = gap == 0 ? List.of() : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    List<Integer> tail = rest.isEmpty() ? List.of() : groups(rest);
    return head != null && tail != null && head.size() + tail.size() < GROUPS
        ? toArray(head, tail)
        : null;
  }

  private static int[] toArray(List<Integer> head, List<Integer> tail) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < head.size(); i++) {
      groups[i] = head.get(i);
    }
    for (int i = 0; i < tail.size(); i++) {
      groups[GROUPS - tail.size() + i] = tail.get(i);
    }
    return groups;
  }

  /** Groups of hexadecimal digits; an IPv4 address at the end stands for two. */
  private static @Nullable List<Integer> groups(String text) {
    List<Integer> groups = new ArrayList<>(GROUPS);
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Matcher ipv4 = IPV4.matcher(parts[i]);
      if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else if (i == parts.length - 1 && ipv4.matches()) {
        groups.add(octet(ipv4, 1) << 8 | octet(ipv4, 2));
        groups.add(octet(ipv4, 3) << 8 | octet(ipv4, 4));
      } else {
        return null;
      }
    }
    return groups;
  }

  private static int octet(Matcher ipv4, int group) {
    return Integer.parseInt(ipv4.group(group));
  }

  private static String write(int[] groups) {
    if (Arrays.equals(groups, 0, MAPPED_PREFIX.length, MAPPED_PREFIX, 0, MAPPED_PREFIX.length)) {
      return "%d.%d.%d.%d"
          .formatted(groups[6] >> 8, groups[6] & 0xff, groups[7] >> 8, groups[7] & 0xff);
    }
    int gapStart = 0;
    int gapLength = 0;
    for (int start = 0; start < GROUPS; start++) {
      int length = zerosFrom(groups, start);
      if (length > gapLength) {
        gapStart = start;
        gapLength = length;
      }
    }
    return gapLength < 2
        ? write(groups, 0, GROUPS)
        : write(groups, 0, gapStart) + "::" + write(groups, gapStart + gapLength, GROUPS);
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String write(int[] groups, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(i > start ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
