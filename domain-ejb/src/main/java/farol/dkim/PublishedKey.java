package farol.dkim;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;

/**
 * A key as DNS has it, and the rules that it makes for signatures. jDKIM reads its tags.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1">RFC 6376, section 3.6.1</a>
 */
final class PublishedKey {
  private static final String FOR_REPORTS = "tlsrpt";
  private static final Set<String> SERVICES = Set.of("*", "email", FOR_REPORTS);
  private static final String MARK = "v=DKIM1";

  private final Tags tags;

  private PublishedKey(Tags tags) {
    this.tags = tags;
  }

  /**
   * The first of several, in the order of the port, which is not that of DNS. What else is
   * published at the name, as by a wildcard, is no key.
   */
  static PublishedKey of(List<String> records) throws FlawException {
    Optional<Tags> key = records.stream().flatMap(PublishedKey::read).findFirst();
    boolean meantAsKey = records.stream().anyMatch(record -> record.startsWith(MARK));
    return new PublishedKey(
        key.orElseThrow(
            () -> new FlawException(meantAsKey ? DkimFlaw.KEY_UNUSABLE : DkimFlaw.NO_KEY)));
  }

  private static Stream<Tags> read(String record) {
    try {
      Tags tags = new Tags(record);
      if (!tags.isRevoked()) {
        tags.validate();
      }
      return Stream.of(tags);
    } catch (IllegalStateException e) {
      return Stream.empty(); // what is no key, for jDKIM
    }
  }

  /** Whether it may be used for a signature at all. */
  void check(MailSignature signature, SigningAlgorithm algorithm) throws FlawException {
    FlawException.require(!tags.isRevoked(), DkimFlaw.KEY_REVOKED);
    FlawException.require(!tags.list("t").contains("y"), DkimFlaw.KEY_IN_TESTING);
    FlawException.require(
        tags.list("s").stream().anyMatch(SERVICES::contains), DkimFlaw.KEY_OF_OTHER_SERVICE);
    FlawException.require(
        tags.list("k").equals(List.of(algorithm.keyType())), DkimFlaw.KEY_UNUSABLE);
    FlawException.require(tags.allowSha256(), DkimFlaw.KEY_UNUSABLE);
    FlawException.require(
        signature.isOfDomain() || !tags.list("t").contains("s"), DkimFlaw.SUBDOMAIN);
  }

  boolean isForReports() {
    return tags.list("s").contains(FOR_REPORTS);
  }

  /** What {@code p=} stands for; a record that was cut or damaged has no such thing. */
  byte[] bytes() throws FlawException {
    try {
      return Base64.getDecoder().decode(tags.text("p").replaceAll("[ \t\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw new FlawException(DkimFlaw.KEY_UNUSABLE);
    }
  }

  private static final class Tags extends PublicKeyRecordImpl {
    Tags(String record) {
      super(record);
    }

    boolean isRevoked() {
      return containsTag("p") && text("p").isEmpty();
    }

    boolean allowSha256() {
      return !containsTag("h") || list("h").contains("sha256");
    }

    /** Of a tag that is there or has a default. */
    String text(String tag) {
      return getValue(tag).toString();
    }

    /** Values between colons, in lower case. */
    List<String> list(String tag) {
      return Stream.of(text(tag).split(":"))
          .map(value -> value.strip().toLowerCase(Locale.ROOT))
          .toList();
    }
  }
}
