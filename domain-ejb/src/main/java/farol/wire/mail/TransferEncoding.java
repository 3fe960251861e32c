package farol.wire.mail;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a part's bytes travel in a mail. Decoding never fails: what is not of the encoding is passed
 * over, and whoever reads the result sees whether it is whole, as gzip has a checksum and JSON an
 * end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2045#section-6">RFC 2045, section 6</a>
 */
enum TransferEncoding {
  /** 7bit, 8bit and binary, and what nobody knows. */
  IDENTITY {
    @Override
    byte[] decode(Span body) {
      return Arrays.copyOfRange(body.bytes(), body.start(), body.end());
    }
  },

  BASE64 {
    @Override
    byte[] decode(Span body) {
      byte[] decoded = new byte[body.length() / 4 * 3 + 3];
      int size = 0;
      int bits = 0;
      int held = 0;
      for (int i = body.start(); i < body.end() && body.bytes()[i] != '='; i++) {
        int value = sextet(body.bytes()[i]);
        if (value >= 0) {
          held = held << 6 | value;
          bits += 6;
          if (bits >= 8) {
            bits -= 8;
            decoded[size++] = (byte) (held >> bits);
          }
        }
      }
      return Arrays.copyOf(decoded, size);
    }
  },

  QUOTED_PRINTABLE {
    @Override
    byte[] decode(Span body) {
      byte[] decoded = new byte[body.length()];
      int size = 0;
      int line = body.start();
      while (line < body.end()) {
        int next = body.nextLine(line);
        int lineBreak = body.endOfText(line, next);
        int end = withoutBlanks(body.bytes(), line, lineBreak);
        boolean soft = end > line && body.bytes()[end - 1] == '=';
        size = decodeLine(body.bytes(), line, soft ? end - 1 : end, decoded, size);
        for (int i = lineBreak; i < next && !soft; i++) {
          decoded[size++] = body.bytes()[i];
        }
        line = next;
      }
      return Arrays.copyOf(decoded, size);
    }
  };

  /** The bytes that a part stands for, in an array of their own. */
  abstract byte[] decode(Span body);

  static TransferEncoding of(String header) {
    return switch (header.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> BASE64;
      case "quoted-printable" -> QUOTED_PRINTABLE;
      default -> IDENTITY;
    };
  }

  /** A text of one line in which octets are written as {@code =41}. */
  static byte[] withoutEscapes(byte[] line) {
    byte[] decoded = new byte[line.length];
    return Arrays.copyOf(decoded, decodeLine(line, 0, line.length, decoded, 0));
  }

  /** The six bits of a character of base64; negative for any other. */
  private static int sextet(byte character) {
    if (character >= 'A' && character <= 'Z') {
      return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
      return character - '0' + 52;
    }
    return character == '+' ? 62 : character == '/' ? 63 : -1;
  }

  /** Blanks at the end of a line were added on the way (rule 3 of section 6.7). */
  private static int withoutBlanks(byte[] bytes, int line, int end) {
    int last = end;
    while (last > line && (bytes[last - 1] == ' ' || bytes[last - 1] == '\t')) {
      last--;
    }
    return last;
  }

  private static int decodeLine(byte[] bytes, int from, int to, byte[] decoded, int size) {
    int written = size;
    int i = from;
    while (i < to) {
      int octet = bytes[i] == '=' && i + 2 < to ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      decoded[written++] = octet < 0 ? bytes[i] : (byte) octet;
      i += octet < 0 ? 1 : 3;
    }
    return written;
  }

  private static int octet(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
