package farol.store;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL with Farol's tables, for tests. One server serves a whole JVM; each test class
 * that registers this as a static extension has a database of its own, empty before each test.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "test_" + COUNT.incrementAndGet();
  private @Nullable TransactionalDataSource database;
  private @Nullable EntityManagerFactory entities;
  private int depth; // of nested test classes

  /** The server, started when first used and stopped with the JVM. */
  private static final class Server {
    static final String TEMPLATE = "migrated";
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        sql(postgres).update("create database " + TEMPLATE);
        Flyway.configure()
            .dataSource(postgres.getDatabase("postgres", TEMPLATE))
            .locations("classpath:farol/migrations")
            .failOnMissingLocations(true)
            .load()
            .migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Sql sql(EmbeddedPostgres postgres) {
      return new Sql(postgres.getPostgresDatabase());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (depth++ > 0) {
      return;
    }
    Server.sql(Server.POSTGRES).update("create database " + name + " template " + Server.TEMPLATE);
    database = new TransactionalDataSource(Server.POSTGRES.getJdbcUrl("postgres", name));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    sql().update("delete from account");
    inTransaction(
        () -> {
          sql().update("set local session_replication_role = replica"); // no triggers
          sql().update("delete from audit_entry");
        });
    sql().update("truncate failure_detail, report_policy, report_raw"); // they don't go along
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (--depth > 0) {
      return;
    }
    if (entities != null) {
      entities.close();
    }
    Server.sql(Server.POSTGRES).update("drop database " + name + " with (force)");
  }

  /** Connections of the thread's {@link #inTransaction} where there is one, else new ones. */
  public DataSource dataSource() {
    return transactional();
  }

  /** Statements on {@link #dataSource}. */
  public Sql sql() {
    return new Sql(dataSource());
  }

  /** Does something in one transaction, as a call of an EJB would; rolls back if it throws. */
  public void inTransaction(Runnable work) {
    transactional().inTransaction(work);
  }

  /**
   * Calls something in one transaction with the persistence unit of production, whose mapping is
   * validated against the tables. What it returns is detached; rolls back if it throws.
   */
  public <T> T call(Function<EntityManager, T> work) {
    return entities().callInTransaction(work);
  }

  /** As {@link #call}, for what returns nothing. */
  public void run(Consumer<EntityManager> work) {
    entities().runInTransaction(work);
  }

  /** The one number that a query asks for. */
  public long number(String query, Object... values) {
    return sql().find(query, row -> row.getLong(1), values).orElseThrow();
  }

  private synchronized EntityManagerFactory entities() {
    if (entities == null) {
      entities =
          Persistence.createEntityManagerFactory(
              "farol",
              Map.of(
                  "jakarta.persistence.transactionType",
                  "RESOURCE_LOCAL",
                  "jakarta.persistence.nonJtaDataSource",
                  transactional()));
    }
    return entities;
  }

  private TransactionalDataSource transactional() {
    return requireNonNull(database, "register TestDatabase as a static extension");
  }
}
