package farol.ingest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything that the public listener serves. */
@ApplicationPath("/")
public class IngestApplication extends Application {}
