package farol.dkim;

import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a signature as jDKIM reads them, without its rules: they go by the time of the server
 * and do not tell people which one was broken.
 */
final class SignatureTags extends SignatureRecordImpl {
  /** Throws {@link IllegalStateException} for what is no list of tags. */
  SignatureTags(String value) {
    super(value);
  }

  @Override
  public void validate() {
    for (String tag : mandatoryTags) {
      if (!has(tag)) {
        throw new IllegalStateException("a signature must have the tag " + tag);
      }
    }
  }

  boolean has(String tag) {
    return containsTag(tag);
  }

  /** With jDKIM's default where the tag is absent; null where there is none. */
  @Nullable String text(String tag) {
    CharSequence value = getValue(tag);
    return value == null ? null : value.toString();
  }
}
