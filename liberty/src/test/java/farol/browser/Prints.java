package farol.browser;

import java.io.IOException;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Documents in print, as the browser gets them with its cookies. */
final class Prints {
  private Prints() {}

  /** All text of a document, with a space between lines. */
  static String textOf(Browser browser, String address) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes(browser, address))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static byte[] bytes(Browser browser, String address) {
    String base64 =
        (String)
            browser.evaluate(
                """
                fetch('%s').then(answer => answer.blob()).then(blob => new Promise(done => {
                  const reader = new FileReader();
                  reader.onload = () => done(reader.result.split(',')[1]);
                  reader.readAsDataURL(blob);
                }))\
                """
                    .formatted(address));
    return Base64.getDecoder().decode(base64);
  }
}
