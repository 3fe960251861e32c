package farol.dkim;

/** Why a signature does not count. */
public enum DkimFlaw {
  /** Nobody looked at the signatures. */
  BEYOND_LIMITS("the mail has more bytes or header fields than are read"),
  /** Programs differ in which they show, and signatures cover the last one. */
  NOT_ONE_FROM("a mail must have one From field, this has none or several"),
  UNREADABLE("it cannot be read"),
  /** RFC 8460, section 3. */
  BODY_LENGTH("it may cover only the beginning of the body (l=), which reports must not do"),
  /** RFC 8301, section 3.1, for rsa-sha1. */
  ALGORITHM("it must be made by rsa-sha256 or ed25519-sha256"),
  FROM_NOT_SIGNED("it does not cover the From field"),
  /** RFC 6376, section 8.15. */
  FIELD_ADDED("a field that it covers was added once more"),
  EXPIRED("it had expired when the mail came"),
  /** Nobody can say whether it was ever valid. */
  NO_KEY("its key is not in DNS, or not any more"),
  KEY_REVOKED("its key was revoked"),
  KEY_UNUSABLE("its key cannot be read, or is for signatures of another kind"),
  /** RFC 8301, section 3.2. */
  KEY_TOO_SHORT("its RSA key has fewer than 1024 bits"),
  KEY_OF_OTHER_SERVICE("its key is neither for mail nor for reports"),
  KEY_IN_TESTING("its domain only tries its key out (t=y)"),
  SUBDOMAIN("it speaks for a subdomain, which its key forbids (t=s)"),
  HEADER_CHANGED("the header was changed, or another key signed it"),
  BODY_CHANGED("the body was changed");

  private final String text;

  DkimFlaw(String text) {
    this.text = text;
  }

  /** For people: a clause about the signature. */
  String text() {
    return text;
  }
}
