package farol.dns;

import farol.domain.lookup.Proof;
import org.xbill.DNS.Message;

/** An answer that says something about the name, and how sure it is. */
record Answer(Message message, Proof proof) {}
