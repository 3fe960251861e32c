package farol.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A language of the portal, with what its bundle says. */
enum Language {
  ENGLISH("en", "en", "texts_en"),
  PORTUGUESE("pt", "pt-BR", "texts_pt_BR");

  private static final int WORDS_OF_A_SENTENCE = 4;

  private final String button;
  private final String tag;
  private final Properties texts = new Properties();

  Language(String button, String tag, String bundle) {
    this.button = button;
    this.tag = tag;
    Path file = Path.of("../web-jsf/src/main/resources/farol/web/" + bundle + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its button is called. */
  String button() {
    return button;
  }

  /** What pages say that they are written in. */
  String tag() {
    return tag;
  }

  String text(String key) {
    return texts.getProperty(key);
  }

  /** Sentences that only other languages say, as far as they have no values in them. */
  List<String> foreignSentences() {
    return Arrays.stream(values())
        .filter(language -> language != this)
        .flatMap(language -> language.texts.values().stream().map(Object::toString))
        .filter(text -> !text.contains("{") && text.split(" ", -1).length >= WORDS_OF_A_SENTENCE)
        .filter(text -> !texts.containsValue(text))
        .toList();
  }
}
