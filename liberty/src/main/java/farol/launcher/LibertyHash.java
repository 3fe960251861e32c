package farol.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.domain.user.PasswordHash;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads what {@code securityUtility encode --encoding=hash} of Liberty writes, which versions
 * before this one kept of the administrator's password: in Base64 a byte 1, then fields of a tag
 * and a number of four bytes, which for texts and bytes is how many follow. Rounds and the key's
 * length are left out where they are Liberty's defaults.
 */
final class LibertyHash {
  private static final String PREFIX = "{hash}";
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int DEFAULT_ROUNDS = 6384;

  private static final byte VERSION = 0x01;
  private static final byte TAG_ALGORITHM = 0x10;
  private static final byte TAG_ROUNDS = 0x20;
  private static final byte TAG_SALT = 0x30;
  private static final byte TAG_KEY = 0x40;
  private static final byte TAG_KEY_BITS = 0x50;

  private String algorithm = "";
  private int rounds = DEFAULT_ROUNDS;
  private byte[] salt = {};
  private byte[] key = {};

  private LibertyHash() {}

  /** The same hash as Farol's; empty for one by another algorithm, and for what is none. */
  static Optional<PasswordHash> read(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      LibertyHash hash = new LibertyHash();
      return hash.isRead(ByteBuffer.wrap(bytes))
          ? Optional.of(PasswordHash.of(hash.rounds, hash.salt, hash.key))
          : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private boolean isRead(ByteBuffer bytes) {
    if (bytes.get() != VERSION) {
      return false;
    }
    while (bytes.hasRemaining()) {
      switch (bytes.get()) {
        case TAG_ALGORITHM -> algorithm = new String(field(bytes), US_ASCII);
        case TAG_ROUNDS -> rounds = bytes.getInt();
        case TAG_SALT -> salt = field(bytes);
        case TAG_KEY -> key = field(bytes);
        case TAG_KEY_BITS -> bytes.position(bytes.position() + Integer.BYTES); // the key's own
        default -> throw new IllegalArgumentException("no such field in Liberty's hashes");
      }
    }
    return algorithm.equals(ALGORITHM);
  }

  private static byte[] field(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] field = new byte[length];
    bytes.get(field);
    return field;
  }
}
