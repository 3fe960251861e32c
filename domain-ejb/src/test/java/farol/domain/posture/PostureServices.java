package farol.domain.posture;

import farol.domain.hosting.HostedVersions;
import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.DomainServices;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.survey.DomainSurvey;
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
    service.hosting = HostedVersions.service(entities, clock);
    service.clock = clock;
    return service;
  }

  /** One that asks this DNS, and takes in what it answers by these services. */
  static Recheck recheck(
      RecordLookup dns,
      DomainSurvey survey,
      MonitoredDomainService domains,
      PostureService posture) {
    Recheck recheck = new Recheck();
    recheck.ownership = DomainServices.asking(dns);
    recheck.survey = survey;
    recheck.domains = domains;
    recheck.posture = posture;
    return recheck;
  }
}
