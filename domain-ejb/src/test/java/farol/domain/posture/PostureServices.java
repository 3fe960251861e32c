package farol.domain.posture;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** What a container makes of posture, without one; for tests. */
final class PostureServices {
  private PostureServices() {}

  /** One whose methods belong to the transaction of {@code entities}. */
  static PostureService on(EntityManager entities, Clock clock) {
    PostureService service = new PostureService();
    service.observations = new ObservationStore();
    service.observations.entities = entities;
    service.certificates = new CertificateStore();
    service.certificates.entities = entities;
    service.clock = clock;
    return service;
  }
}
