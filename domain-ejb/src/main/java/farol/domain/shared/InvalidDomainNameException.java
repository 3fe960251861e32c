package farol.domain.shared;

/** Text that is not the name of a domain. The message says the rule, then what was found. */
public class InvalidDomainNameException extends IllegalArgumentException {
  InvalidDomainNameException(String rule, String found) {
    super(rule + ", got " + Excerpt.of(found));
  }
}
