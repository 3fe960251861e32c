package farol.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.network.IpNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a setting's value must be.
 *
 * @param text completes the sentence "… must be"
 * @param test whether a value is so; must not throw
 */
record Rule(String text, Predicate<String> test) {
  static final Rule ANY = new Rule("any text", value -> true);
  static final Rule BASE64_OF_32_BYTES =
      new Rule("32 bytes in Base64, as openssl rand -base64 32 makes them", Rule::is32Bytes);
  static final Rule BOOLEAN =
      new Rule("true or false", value -> value.equals("true") || value.equals("false"));
  static final Rule HTTPS_URL =
      new Rule("an https URL without query, such as https://tlsrpt.example.com", Rule::isHttpsUrl);
  static final Rule MAIL_ADDRESS =
      new Rule(
          "a mail address, such as tlsrpt@example.com or tlsrpt+{token}@example.com",
          Rule::isMailAddress);
  static final Rule NETWORKS =
      new Rule(
          "networks separated by commas, such as 192.0.2.0/24,2001:db8::/32",
          value ->
              Arrays.stream(value.split(",", -1))
                  .allMatch(network -> IpNetwork.parse(network.strip()).isPresent()));
  static final Rule NOT_BLANK = new Rule("more than blanks", value -> !value.isBlank());
  static final Rule PASSWORD =
      new Rule("at least 12 characters", value -> value.strip().length() >= 12);
  static final Rule PEM_CERTIFICATES =
      new Rule("a readable file with certificates in PEM", Rule::holdsCertificates);
  static final Rule PORT = between(1, 65_535);
  static final Rule POSTGRESQL_URL =
      new Rule(
          "a PostgreSQL URL, such as jdbc:postgresql://db.example.com/farol",
          value -> value.matches("jdbc:postgresql://[^\\s?]+(\\?\\S*)?"));

  static final Rule READABLE_FILE = new Rule("a readable file", Rule::isReadableFile);

  static final Rule TRUST_ANCHORS =
      new Rule(
          "a readable file of lines such as . IN DS 20326 8 2 E06D44B8… or . IN DNSKEY 257 3 8"
              + " AwEAAa…",
          Rule::holdsTrustAnchors);

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`|~-]+";
  private static final Pattern MAILBOX = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  // Whether the rest of a record makes sense, the validator decides that uses it.
  private static final Pattern TRUST_ANCHOR =
      Pattern.compile(
          "\\S+\\s+(?:\\d+\\s+)?(?:IN\\s+)?"
              + "(?:DS(?:\\s+\\d+){3}\\s+[0-9A-F\\s]+"
              + "|DNSKEY(?:\\s+\\d+){3}\\s+[A-Z0-9+/=\\s]+)",
          Pattern.CASE_INSENSITIVE);

  static Rule oneOf(String... values) {
    return new Rule(String.join(" or ", values), Set.of(values)::contains);
  }

  static Rule between(long least, long most) {
    return new Rule(
        "a whole number from " + least + " to " + most,
        value ->
            value.matches("\\d{1,18}")
                && Long.parseLong(value) >= least
                && Long.parseLong(value) <= most);
  }

  boolean allows(String value) {
    return test.test(value);
  }

  /** A token makes the local part 32 characters longer, of the 64 that it may have (RFC 5321). */
  private static boolean isMailAddress(String value) {
    int at = value.lastIndexOf('@');
    String mailbox = value.substring(0, Math.max(0, at));
    boolean hasToken = mailbox.endsWith("+{token}");
    String fixed = hasToken ? mailbox.substring(0, mailbox.length() - "{token}".length()) : mailbox;
    return MAILBOX.matcher(fixed).matches()
        && fixed.length() <= (hasToken ? 32 : 64)
        && HOST.matcher(value.substring(at + 1)).matches();
  }

  private static boolean is32Bytes(String value) {
    try {
      return Base64.getDecoder().decode(value).length == 32;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean isReadableFile(String file) {
    try {
      return Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  private static boolean holdsCertificates(String file) {
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty();
    } catch (IOException | InvalidPathException | CertificateException unusable) {
      return false;
    }
  }

  private static boolean holdsTrustAnchors(String file) {
    try {
      List<String> lines =
          Files.readAllLines(Path.of(file), US_ASCII).stream()
              .map(line -> line.replaceFirst(";.*", "").strip())
              .filter(line -> !line.isEmpty())
              .toList();
      return !lines.isEmpty()
          && lines.stream().allMatch(line -> TRUST_ANCHOR.matcher(line).matches());
    } catch (IOException | InvalidPathException unusable) {
      return false;
    }
  }

  private static boolean isHttpsUrl(String value) {
    try {
      URI uri = URI.create(value);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }
}
