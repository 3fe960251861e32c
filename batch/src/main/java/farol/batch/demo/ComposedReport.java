package farol.batch.demo;

import farol.demo.DemoDomain;

/**
 * A report that is ready to be posted.
 *
 * @param body never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ComposedReport(DemoDomain domain, byte[] body) {}
