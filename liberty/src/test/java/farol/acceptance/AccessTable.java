package farol.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of who may do what, a line each: what, a bar, who. */
final class AccessTable {
  /** The roles in an account, the least first. */
  static final List<String> ROLES = List.of("viewer", "analyst", "owner");

  private AccessTable() {}

  /**
   * A line.
   *
   * @param who {@code open}, {@code member}, a role in the account, {@code auditor} or {@code
   *     operator}
   */
  record Line(String what, String who) {
    /** Whether it names something that an account owns. */
    boolean isOfAccount() {
      return what.contains("{") && !who.equals("operator");
    }

    boolean isOpen() {
      return who.equals("open");
    }

    boolean isFor(Caller caller) {
      return switch (who) {
        case "open" -> true;
        case "operator" -> caller.operator();
        case "auditor" -> caller.auditor();
        case "member" -> caller.isKnown();
        default -> ROLES.indexOf(caller.role()) >= ROLES.indexOf(who);
      };
    }

    /** Whether it is not even there for this caller. */
    boolean isHiddenFrom(Caller caller) {
      return isOfAccount() && caller.isKnown() && !caller.ours();
    }
  }

  /**
   * Somebody.
   *
   * @param role in the account where they work; empty for who is not signed in
   * @param ours whether that account is the one whose things are asked for
   */
  record Caller(String name, String role, boolean ours, boolean auditor, boolean operator) {
    static final Caller NOBODY = new Caller("nobody", "", false, false, false);

    static Caller member(String role) {
      return new Caller(role, role, true, false, false);
    }

    /** The owner of another account. */
    static Caller other(String name, boolean auditor) {
      return new Caller(name, "owner", false, auditor, false);
    }

    /** Who keeps the installation, and owns the account. */
    static Caller keeper() {
      return new Caller("admin", "owner", true, true, true);
    }

    /** One by a token of the account, with a member's role. */
    static Caller script(String name, String role) {
      return new Caller("token " + name, role, true, false, false);
    }

    boolean isKnown() {
      return !role.isEmpty();
    }
  }

  static List<Line> read(String resource) {
    try (InputStream table = AccessTable.class.getResourceAsStream(resource)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", -1))
          .map(cells -> new Line(cells[0].strip(), cells[1].strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
