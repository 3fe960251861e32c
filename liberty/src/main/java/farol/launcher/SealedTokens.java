package farol.launcher;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.monitored.CollectorToken;
import farol.domain.monitored.TokenHash;
import farol.domain.monitored.TokenSeal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sees to it, before the server starts, that the database's tokens are sealed and that the server
 * can open them. All of it is one transaction, so a start that is killed leaves plain tokens plain
 * for the next to seal, and nodes that start at once wait for each other.
 */
final class SealedTokens {
  private static final System.Logger LOGGER = System.getLogger(SealedTokens.class.getName());

  private SealedTokens() {}

  /**
   * Seals the tokens that a version before sealing has left, or an operator who mends something.
   *
   * @throws StartFailure if the database's tokens have another key
   */
  static void prepare(Database database, TokenSeal seal) throws StartFailure {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      requireKey(connection, seal);
      int sealed = sealPlain(connection, seal);
      connection.commit();
      if (sealed > 0) {
        LOGGER.log(INFO, () -> "sealed collectors=" + sealed);
      }
    } catch (SQLException e) {
      throw new StartFailure("the database's tokens can't be sealed: " + e.getMessage(), e);
    }
  }

  /** The first node leaves the fingerprint of its key; the others must have the same one. */
  private static void requireKey(Connection connection, TokenSeal seal)
      throws SQLException, StartFailure {
    try (PreparedStatement first =
            connection.prepareStatement(
                "insert into seal_key (id, fingerprint) values (1, ?) on conflict do nothing");
        Statement statement = connection.createStatement()) {
      first.setBytes(1, seal.fingerprint());
      first.executeUpdate();
      try (ResultSet known =
          statement.executeQuery("select fingerprint from seal_key for update")) {
        known.next();
        if (!Arrays.equals(known.getBytes(1), seal.fingerprint())) {
          throw new StartFailure(
              "the database's tokens are sealed with another key than this installation's; restore"
                  + " the secrets.properties that belongs to the database, or set FAROL_SEAL_KEY to"
                  + " its seal.key");
        }
      }
    }
  }

  private static int sealPlain(Connection connection, TokenSeal seal)
      throws SQLException, StartFailure {
    Map<Long, CollectorToken> plain = plain(connection);
    if (plain.isEmpty()) {
      return 0;
    }
    try (PreparedStatement update =
            connection.prepareStatement(
                "update collector set token_sealed = ?, token = null where id = ?");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<Long, CollectorToken> collector : plain.entrySet()) {
        update.setBytes(1, seal.seal(collector.getValue()));
        update.setLong(2, collector.getKey());
        update.addBatch();
      }
      update.executeBatch();
      // Writes the table anew, without the rows as they were, and forgets what statistics say of
      // them. Unlike VACUUM FULL it can't be left out by a crash.
      statement.execute("alter table collector alter column token type text using null::text");
    }
    return plain.size();
  }

  private static Map<Long, CollectorToken> plain(Connection connection)
      throws SQLException, StartFailure {
    Map<Long, CollectorToken> plain = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id, token, token_hash from collector where token is not null")) {
      while (row.next()) {
        long id = row.getLong("id");
        TokenHash hash = TokenHash.of(row.getBytes("token_hash"));
        plain.put(
            id,
            CollectorToken.parse(row.getString("token"))
                .filter(token -> token.hash().equals(hash))
                .orElseThrow(
                    () ->
                        new StartFailure(
                            "the token of collector " + id + " does not have the hash beside it")));
      }
    }
    return plain;
  }
}
