package farol.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses as text, without the platform's parser, which resolves what it does not understand.
 */
final class IpAddress {
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final long NONE = -1;
  private static final int NO_OCTET = -1;
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
    if (text.indexOf(':') < 0) {
      return ipv4(text) == NONE ? null : text;
    }
    int[] groups = ipv6(text);
    return groups == null ? null : write(groups);
  }

  /** The address as a number, or {@link #NONE}. Octets have no leading zeros. */
  private static long ipv4(String text) {
    long address = 0;
    int octets = 1;
    int octet = NO_OCTET;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '.' && octet != NO_OCTET) {
        address = address << 8 | octet;
        octets++;
        octet = NO_OCTET;
      } else if (character >= '0' && character <= '9' && octet != 0) {
        octet = Math.max(0, octet) * 10 + character - '0';
      } else {
        return NONE;
      }
      if (octet > 255) {
        return NONE;
      }
    }
    return octets == 4 && octet != NO_OCTET ? address << 8 | octet : NONE;
  }

  private static int @Nullable [] ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      List<Integer> all = groups(text, true);
      return all != null && all.size() == GROUPS ? toArray(all, List.of()) : null;
    }
    List<Integer> head = gap == 0 ? List.of() : groups(text.substring(0, gap), false);
    String rest = text.substring(gap + 2);
    List<Integer> tail = rest.isEmpty() ? List.of() : groups(rest, true);
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

  /** Groups of hexadecimal digits; at the address's end, an IPv4 address stands for two. */
  private static @Nullable List<Integer> groups(String text, boolean atEnd) {
    List<Integer> groups = new ArrayList<>(GROUPS);
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      long ipv4 = atEnd && i == parts.length - 1 ? ipv4(parts[i]) : NONE;
      if (ipv4 != NONE) {
        groups.add((int) (ipv4 >> 16));
        groups.add((int) (ipv4 & 0xffff));
      } else if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
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
