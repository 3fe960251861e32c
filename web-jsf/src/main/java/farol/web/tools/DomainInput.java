package farol.web.tools;

import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import farol.domain.shared.InvalidDomainNameException;
import farol.tools.record.WrittenDomain;
import farol.web.kit.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The domain that somebody gives a tool.
 *
 * @param text as given; outside text
 * @param name what it is; null if nothing was given, or no name
 * @param problem what is wrong with it, in words; empty if nothing is
 * @param meant the name that it may be meant to be; empty if there is none to guess
 */
public record DomainInput(String text, @Nullable DomainName name, String problem, String meant) {
  static final DomainInput NONE = new DomainInput("", null, "", "");

  public boolean isWrong() {
    return !problem.isEmpty();
  }

  public boolean isGuessed() {
    return !meant.isEmpty();
  }

  /** The name, if one was given. */
  Optional<DomainName> given() {
    return Optional.ofNullable(name);
  }

  static DomainInput of(@Nullable String text, Texts texts) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    try {
      return new DomainInput(text, WrittenDomain.parse(text), "", "");
    } catch (InvalidDomainNameException notAName) {
      String quoted = Excerpt.of(text.strip());
      return WrittenDomain.within(text)
          .map(
              meant ->
                  new DomainInput(
                      text, null, texts.format("tools.domain.within", quoted), meant.value()))
          .orElseGet(
              () -> new DomainInput(text, null, texts.format("tools.domain.wrong", quoted), ""));
    }
  }
}
