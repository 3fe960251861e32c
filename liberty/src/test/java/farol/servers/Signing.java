package farol.servers;

import java.util.List;
import java.util.Locale;

/** How a zone is signed, or how that went wrong. */
enum Signing {
  /** As it should be, with NSEC. */
  GOOD,
  /** As it should be, with NSEC3. */
  NSEC3,
  /** As it should be, with more iterations of NSEC3 than validators compute (RFC 9276). */
  NSEC3_COSTLY,
  /** Not at all, and the zone above knows. */
  UNSIGNED,
  /** Until yesterday. */
  EXPIRED,
  /** By another key than the zone above says. */
  OTHER_KEY,
  /** Not at all, while the zone above says that it is. */
  STRIPPED,
  /** The MX record was changed after it was signed. */
  FORGED_MX,
  /** The TLSA record was changed after it was signed. */
  FORGED_TLSA;

  /** By its word in the table of states. */
  static Signing of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether validating resolvers refuse its records. */
  boolean isBroken() {
    return switch (this) {
      case GOOD, NSEC3, NSEC3_COSTLY, UNSIGNED -> false;
      case EXPIRED, OTHER_KEY, STRIPPED, FORGED_MX, FORGED_TLSA -> true;
    };
  }

  /** Whether there are signatures. */
  boolean isSigned() {
    return this != UNSIGNED && this != STRIPPED;
  }

  /** Whether the zone above says that there are. */
  boolean isDelegatedAsSigned() {
    return this != UNSIGNED;
  }

  /** A zone file, after somebody has changed it without signing it anew. */
  List<String> forge(List<String> signed) {
    return switch (this) {
      case FORGED_MX ->
          signed.stream().map(line -> line.replace("\tMX\t10 ", "\tMX\t20 ")).toList();
      case FORGED_TLSA ->
          signed.stream().map(line -> line.replace("\tTLSA\t3 1 1 ", "\tTLSA\t2 1 1 ")).toList();
      case GOOD, NSEC3, NSEC3_COSTLY, UNSIGNED, EXPIRED, OTHER_KEY, STRIPPED -> signed;
    };
  }
}
