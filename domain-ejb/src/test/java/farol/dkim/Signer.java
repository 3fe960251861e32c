package farol.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs mails as senders do, right or wrong. It makes canonical forms by itself, so that an error
 * in those of the verifier shows.
 *
 * @param tags of the signatures; {@code bh} and {@code b} where they are given instead of made
 */
public record Signer(KeyPair keys, Map<String, String> tags) {
  /** RSA of 2048 bits, relaxed, over all fields of a mail that reports are read by. */
  public static Signer rsa(String domain) {
    return of("RSA", 2048, "rsa-sha256", domain);
  }

  public static Signer rsa(String domain, int bits) {
    return of("RSA", bits, "rsa-sha256", domain);
  }

  public static Signer ed25519(String domain) {
    return of("Ed25519", 255, "ed25519-sha256", domain);
  }

  private static Signer of(String keyType, int bits, String algorithm, String domain) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("v", "1");
    tags.put("a", algorithm);
    tags.put("c", "relaxed/relaxed");
    tags.put("d", domain);
    tags.put("s", "s1");
    tags.put("h", "from:to:subject:tls-report-domain:tls-report-submitter:content-type");
    return new Signer(newKeys(keyType, bits), tags);
  }

  private static KeyPair newKeys(String keyType, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Signer with(String tag, String value) {
    Map<String, String> changed = new LinkedHashMap<>(tags);
    changed.put(tag, value);
    return new Signer(keys, changed);
  }

  public Signer without(String tag) {
    Map<String, String> changed = new LinkedHashMap<>(tags);
    changed.remove(tag);
    return new Signer(keys, changed);
  }

  /** Another key that says to be this one. */
  Signer forged() {
    return new Signer(newKeys("RSA", 2048), tags);
  }

  public String keyName() {
    return tags.get("s") + "._domainkey." + tags.get("d");
  }

  /** As DNS serves the key. */
  public String record(String... otherTags) {
    boolean rsa = keys.getPublic().getAlgorithm().equals("RSA");
    String others = Stream.of(otherTags).map(tag -> tag + "; ").collect(Collectors.joining());
    return "v=DKIM1; k=" + (rsa ? "rsa" : "ed25519") + "; " + others + "p=" + published(rsa);
  }

  private String published(boolean rsa) {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] bare = rsa ? encoded : Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return Base64.getEncoder().encodeToString(bare);
  }

  /** The mail with a signature at its top. */
  public String sign(String mail) {
    int end = mail.indexOf("\r\n\r\n");
    String header = mail.substring(0, end);
    Map<String, String> complete = new LinkedHashMap<>(tags);
    complete.putIfAbsent("bh", base64(sha256(canonicalBody(mail.substring(end + 4)))));
    complete.remove("b");
    String unsigned =
        "DKIM-Signature: "
            + complete.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(";\r\n\t"))
            + ";\r\n\tb=";
    String value = tags.getOrDefault("b", base64(signature(signed(header) + form(unsigned))));
    return unsigned + value + "\r\n" + mail;
  }

  private String signed(String header) {
    List<String> left = new ArrayList<>(List.of(header.split("\r\n(?![ \t])")));
    StringBuilder signed = new StringBuilder();
    for (String name : tags.getOrDefault("h", "").split(":", -1)) {
      for (int i = left.size() - 1; i >= 0; i--) {
        String prefix = name.strip() + ":";
        if (left.get(i).regionMatches(true, 0, prefix, 0, prefix.length())) {
          signed.append(form(left.remove(i))).append("\r\n");
          break;
        }
      }
    }
    return signed.toString();
  }

  private String form(String field) {
    if (!tags.getOrDefault("c", "simple").startsWith("relaxed")) {
      return field;
    }
    String name = field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT);
    return name
        + ":"
        + Stream.of(field.substring(field.indexOf(':') + 1).split("[ \t\r\n]+"))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
  }

  private String canonicalBody(String body) {
    String lines = body;
    if (tags.getOrDefault("c", "simple").endsWith("/relaxed")) {
      lines = lines.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n)", "");
    }
    while (lines.endsWith("\r\n")) {
      lines = lines.substring(0, lines.length() - 2);
    }
    return lines + "\r\n";
  }

  private byte[] signature(String message) {
    try {
      PrivateKey key = keys.getPrivate();
      boolean rsa = key.getAlgorithm().equals("RSA");
      String hash = tags.getOrDefault("a", "").endsWith("sha1") ? "SHA1" : "SHA256";
      Signature signature = Signature.getInstance(rsa ? hash + "withRSA" : "Ed25519");
      signature.initSign(key);
      signature.update(rsa ? message.getBytes(ISO_8859_1) : sha256(message));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
