package farol.domain.lookup;

import static java.util.Objects.requireNonNull;

import farol.network.IpAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one try to fetch a policy came to. */
public sealed interface PolicyAnswer {

  /** Calls the one function that fits the answer. */
  <R> R fold(
      Function<? super Fetched, ? extends R> fetched, Function<? super Failed, ? extends R> failed);

  /**
   * A body came, with status 200, over a connection with a valid certificate.
   *
   * @param address the server that sent it
   * @param contentType the header as sent, made safe to show; empty if there was none
   * @param body at most 64 KiB; not copied, so nobody must change it
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy of up to 64 KiB would buy nothing
  record Fetched(IpAddress address, TlsSession tls, String contentType, byte[] body)
      implements PolicyAnswer {
    public Fetched {
      requireNonNull(address, "address");
      requireNonNull(tls, "tls");
      requireNonNull(contentType, "contentType");
      requireNonNull(body, "body");
    }

    @Override
    public <R> R fold(
        Function<? super Fetched, ? extends R> fetched,
        Function<? super Failed, ? extends R> failed) {
      return fetched.apply(this);
    }
  }

  /**
   * No policy came.
   *
   * @param failure what kind of failure it is
   * @param detail what exactly, for an operator; the target of a redirect, the number of a status
   * @param address the server that it happened with; null where there was none to talk to
   * @param chain the certificates as the server sent them, its own first; empty if none came
   */
  record Failed(
      PolicyFailure failure,
      String detail,
      @Nullable IpAddress address,
      List<X509Certificate> chain)
      implements PolicyAnswer {
    public Failed {
      requireNonNull(failure, "failure");
      requireNonNull(detail, "detail");
      chain = List.copyOf(chain);
    }

    /** A name of the failure that never changes: {@code STATUS_404}, {@code NO_ADDRESS}. */
    public String code() {
      return failure == PolicyFailure.STATUS ? failure + "_" + detail : failure.name();
    }

    @Override
    public <R> R fold(
        Function<? super Fetched, ? extends R> fetched,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}
