package farol.web.tools;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a form brings: a file that a script has put into a field as text, or a text that was pasted.
 * No file is uploaded as a file, since the server would keep it on a disk.
 *
 * @param file in base64, by the alphabet for URLs; empty where none was chosen
 * @param pasted the text; empty where a file was chosen
 */
record Upload(String file, String pasted) {
  static Upload of(@Nullable String file, @Nullable String text) {
    if (file != null && !file.isEmpty()) {
      return new Upload(file, "");
    }
    return new Upload("", text == null ? "" : text);
  }

  /** The file's bytes, or else the text's; none for a file that no script has written. */
  byte[] bytes() {
    if (file.isEmpty()) {
      return pasted.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getUrlDecoder().decode(file);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
