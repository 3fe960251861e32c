package farol.imports;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * An import that a run works on.
 *
 * @param path of a file or folder on the installation; null for what was uploaded
 * @param next ordinal of the first item that is not counted yet
 * @param attempts how many runs have begun at this item before
 */
public record TakenImport(
    long id, long accountId, String name, @Nullable String path, long next, int attempts) {
  public TakenImport {
    requireNonNull(name, "name");
  }
}
