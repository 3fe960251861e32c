package farol.dkim;

import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.wire.mail.SignableMail;
import farol.wire.mail.SignableMail.Field;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field {@code DKIM-Signature}, and the rules that need no key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-3.5">RFC 6376, section 3.5</a>
 */
final class MailSignature {
  static final String FIELD = "dkim-signature";
  private static final Set<String> FORMS = Set.of("simple", "relaxed");
  private static final int MOST_DIGITS = 12; // of a time; what has more is never (section 3.5)

  private final Field field;
  private final SignatureTags tags;
  private final DomainName domain;
  private final OwnerName keyName;
  private final List<String> signedNames;
  private final String identity;
  private final @Nullable Instant expiry;

  private MailSignature(Field field) {
    this.field = field;
    this.tags = new SignatureTags(field.value());
    this.domain = DomainName.ofAscii(tags.getDToken().toString());
    this.keyName = domain.child(tags.getSelector() + "._domainkey");
    this.signedNames =
        tags.getHeaders().stream().map(name -> name.toString().toLowerCase(Locale.ROOT)).toList();
    this.identity = tags.getIdentity().toString().toLowerCase(Locale.ROOT);
    this.expiry = instant(tags.text("x"));
    requireKnown("v", "1".equals(tags.text("v")));
    requireKnown("c", FORMS.contains(tags.getHeaderCanonicalisationMethod()));
    requireKnown("c", FORMS.contains(tags.getBodyCanonicalisationMethod()));
    requireKnown("q", tags.getRecordLookupMethods().stream().anyMatch("dns/txt"::contentEquals));
    requireKnown("i", isOfDomain() || identity.endsWith("." + domain));
  }

  /** Empty for what is no signature. */
  static Optional<MailSignature> read(Field field) {
    try {
      return Optional.of(new MailSignature(field));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty(); // what is not to be read, for jDKIM and for names of domains
    }
  }

  private static void requireKnown(String tag, boolean known) {
    if (!known) {
      throw new IllegalArgumentException("a signature must have a known value of " + tag + "=");
    }
  }

  private static @Nullable Instant instant(@Nullable String seconds) {
    if (seconds == null || seconds.length() > MOST_DIGITS) {
      return null;
    }
    return Instant.ofEpochSecond(Long.parseUnsignedLong(seconds));
  }

  /** What breaks it whatever its key is. */
  void check(SignableMail mail, Instant receivedAt) throws FlawException {
    FlawException.require(!tags.has("l"), DkimFlaw.BODY_LENGTH);
    FlawException.require(algorithm().isPresent(), DkimFlaw.ALGORITHM);
    FlawException.require(signedNames.contains("from"), DkimFlaw.FROM_NOT_SIGNED);
    FlawException.require(
        mail.readNames().stream().noneMatch(name -> isAdded(name, mail)), DkimFlaw.FIELD_ADDED);
    FlawException.require(expiry == null || !expiry.isBefore(receivedAt), DkimFlaw.EXPIRED);
  }

  /** Signatures cover the last fields of a name, and the mail is read by the first one. */
  private boolean isAdded(String name, SignableMail mail) {
    int signed = Collections.frequency(signedNames, name);
    return signed > 0 && mail.fields(name).size() > signed;
  }

  DomainName domain() {
    return domain;
  }

  String selector() {
    return keyName.value().substring(0, keyName.value().lastIndexOf("._domainkey." + domain));
  }

  /** Where its key is. */
  OwnerName keyName() {
    return keyName;
  }

  /** Whether it speaks for the domain itself and not for one below it. */
  boolean isOfDomain() {
    return identity.endsWith("@" + domain);
  }

  Optional<SigningAlgorithm> algorithm() {
    return SigningAlgorithm.of(String.valueOf(tags.text("a")));
  }

  SignatureTags tags() {
    return tags;
  }

  Field field() {
    return field;
  }

  /** The names of the fields that it covers, in lower case, in its order; some are not there. */
  List<String> signedNames() {
    return signedNames;
  }
}
