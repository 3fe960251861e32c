package farol.domain.user;

import farol.domain.audit.AuditLogs;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The service of users on a test's own persistence unit. */
public final class TestUsers {
  private TestUsers() {}

  public static UserService in(EntityManager entities, Clock clock) {
    UserService service = new UserService();
    service.users = new UserStore();
    service.users.entities = entities;
    service.audit = AuditLogs.on(entities, clock);
    service.clock = clock;
    return service;
  }
}
