package farol.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.launcher.Launch;
import farol.probe.ServerAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

/** What an operator puts into the folder for sign-in: a snippet that is shipped, filled in. */
final class SignInFiles {
  private static final char[] PASSWORD = "changeit".toCharArray(); // as the snippets have it

  private SignInFiles() {}

  /**
   * The files of the folder.
   *
   * @param values of the variables that the snippet begins with
   */
  static Map<String, byte[]> of(
      String method, Map<String, String> values, ServerAuthority authority) throws IOException {
    String name = method + ".xml";
    String snippet = Files.readString(Launch.HOME.resolve("etc/sign-in").resolve(name));
    for (Map.Entry<String, String> value : values.entrySet()) {
      String start = "<variable name=\"" + value.getKey() + "\" value=\"";
      int from = snippet.indexOf(start) + start.length();
      if (from < start.length()) {
        throw new AssertionError(name + " has no variable " + value.getKey());
      }
      snippet =
          snippet.substring(0, from)
              + value.getValue()
              + snippet.substring(snippet.indexOf('"', from));
    }
    return Map.of(name, snippet.getBytes(UTF_8), "trusted.p12", trusting(authority));
  }

  private static byte[] trusting(ServerAuthority authority) throws IOException {
    try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", authority.rootCertificate());
      store.store(file, PASSWORD);
      return file.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PKCS #12", e);
    }
  }
}
