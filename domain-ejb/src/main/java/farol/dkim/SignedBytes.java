package farol.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import farol.wire.mail.SignableMail;
import farol.wire.mail.SignableMail.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.impl.BodyHasherImpl;

/**
 * What a signature was made over: the fields that it names, itself without its value, and by a hash
 * the body. jDKIM does the body; of headers it would lose bytes that are no text of the server's
 * charset.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6376#section-3.7">RFC 6376, section 3.7</a>
 */
final class SignedBytes {
  /** The tag {@code b=} up to its value, and the value. */
  private static final Pattern OWN_VALUE =
      Pattern.compile("((?:^|;)[ \t\r\n]*+b[ \t\r\n]*+=)[^;]*+");

  private final SignableMail mail;
  private final MailSignature signature;
  private final boolean relaxed;

  SignedBytes(SignableMail mail, MailSignature signature) {
    this.mail = mail;
    this.signature = signature;
    this.relaxed =
        SignatureRecord.RELAXED.equals(signature.tags().getHeaderCanonicalisationMethod());
  }

  byte[] header() {
    Map<String, Deque<Field>> left = lastFirst();
    StringBuilder header = new StringBuilder();
    for (String name : signature.signedNames()) {
      Field field = left.getOrDefault(name, new ArrayDeque<>()).poll();
      if (field != null) {
        header.append(canonical(field, field.value())).append("\r\n");
      }
    }
    Field itself = signature.field();
    header.append(canonical(itself, OWN_VALUE.matcher(itself.value()).replaceFirst("$1")));
    return header.toString().getBytes(ISO_8859_1);
  }

  /** Names that stand for nothing any more cover that no such field is added. */
  private Map<String, Deque<Field>> lastFirst() {
    Map<String, Deque<Field>> fields = new HashMap<>();
    for (Field field : mail.fields()) {
      if (!field.equals(signature.field())) {
        fields.computeIfAbsent(field.name(), name -> new ArrayDeque<>()).addFirst(field);
      }
    }
    return fields;
  }

  /** Section 3.4.1, or 3.4.2. */
  private String canonical(Field field, String value) {
    if (!relaxed) {
      return field.writtenName() + ":" + value;
    }
    String line = value.replace("\r\n", "").replaceAll("[ \t]+", " ");
    return field.name() + ":" + line.replaceAll("\\A | \\z", "");
  }

  byte[] bodyHash() {
    try {
      BodyHasherImpl hasher = new BodyHasherImpl(signature.tags());
      try (OutputStream body = hasher.getOutputStream()) {
        body.write(mail.body());
      }
      return hasher.getDigest();
    } catch (PermFailException e) {
      throw new IllegalStateException("a signature must have been checked", e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory must take what is written", e);
    }
  }
}
