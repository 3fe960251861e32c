package farol.registry;

import com.ibm.websphere.security.CustomRegistryException;
import farol.domain.user.PasswordHash;
import farol.domain.user.UserName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Those of the installation first, who are there even if the database is away; then its own. */
final class Users {
  private static final String FIND =
      "select name, password_hash, epoch, operator, auditor from app_user"
          + " where name = ? and disabled_at is null";
  private static final String NAMES =
      "select name from app_user where disabled_at is null order by name limit ?";

  private final Map<String, KnownUser> builtIn;
  private final Database database;

  /** Where connections come from; the server has them only once it has begun to work. */
  @FunctionalInterface
  interface Database {
    DataSource get() throws CustomRegistryException;
  }

  Users(PasswordHash admin, PasswordHash scheduler, Database database) {
    this.builtIn =
        Map.of(
            UserName.ADMIN,
            new KnownUser(UserName.ADMIN, admin, 0, List.of(Groups.OPERATORS)),
            UserName.SCHEDULER,
            new KnownUser(UserName.SCHEDULER, scheduler, 0, List.of()));
    this.database = database;
  }

  /**
   * The user of this name; empty where nobody has it, or whoever has is disabled.
   *
   * @throws CustomRegistryException if nobody can tell now
   */
  Optional<KnownUser> find(String name) throws CustomRegistryException {
    KnownUser known = builtIn.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    try (Connection connection = database.get().getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(user(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static KnownUser user(ResultSet row) throws SQLException {
    List<String> groups = new ArrayList<>();
    if (row.getBoolean("operator")) {
      groups.add(Groups.OPERATORS);
    }
    if (row.getBoolean("auditor")) {
      groups.add(Groups.AUDITORS);
    }
    return new KnownUser(
        row.getString("name"),
        new PasswordHash(row.getString("password_hash")),
        row.getInt("epoch"),
        groups);
  }

  /**
   * Their names.
   *
   * @param most 0 for as many as there are
   */
  List<String> names(int most) throws CustomRegistryException {
    List<String> names = new ArrayList<>(List.of(UserName.ADMIN, UserName.SCHEDULER));
    try (Connection connection = database.get().getConnection();
        PreparedStatement query = connection.prepareStatement(NAMES)) {
      query.setObject(1, most == 0 ? null : most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw away(e);
    }
    return names;
  }

  private static CustomRegistryException away(SQLException cause) {
    return new CustomRegistryException(
        "the database can't be asked for users (" + cause.getMessage() + ")", cause);
  }
}
