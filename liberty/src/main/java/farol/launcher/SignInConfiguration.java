package farol.launcher;

import farol.settings.Setting;
import farol.settings.Settings;
import farol.settings.SignInMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's configuration for people whom a directory or a provider knows. It belongs to the
 * operator and so lies in the data directory; the server reads it by a link that is there only
 * while the setting asks for it.
 */
final class SignInConfiguration {
  private SignInConfiguration() {}

  /**
   * Has the server that is started next read the configuration that the settings ask for, or none.
   */
  static void prepare(DataDirectory data, Settings settings) throws StartFailure {
    Path link = data.folder("liberty").resolve("sign-in.xml");
    try {
      Files.deleteIfExists(link);
      if (SignInMethod.of(settings).isExternal()) {
        Files.createSymbolicLink(link, fileOf(data, settings.text(Setting.SIGN_IN)));
      }
    } catch (IOException e) {
      throw new StartFailure("the link " + link + " can't be made (" + e + ")", e);
    }
  }

  private static Path fileOf(DataDirectory data, String method) throws StartFailure {
    String name = method + ".xml";
    Path file = data.folder("sign-in").resolve(name);
    if (!Files.isReadable(file)) {
      throw new StartFailure(
          Setting.SIGN_IN.variable()
              + " is "
              + method
              + ", so there must be a file "
              + file
              + "; copy etc/sign-in/"
              + name
              + " there and fill it in");
    }
    return file;
  }
}
