package farol.web.kit;

/**
 * Something to choose in a form.
 *
 * @param name as the address has it
 * @param chosen whether it is chosen now
 */
public record Choice(String name, String text, boolean chosen) {}
