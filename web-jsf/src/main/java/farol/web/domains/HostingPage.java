package farol.web.domains;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a domain's hosted policy shows.
 *
 * @param changeable whether a policy may be served: somebody owns the domain, and has proven it
 * @param served null while nothing is
 * @param preview null where no change is to be seen
 * @param uncovered hosts of policies of this account that the listener's certificate is not for
 */
public record HostingPage(
    DomainHead head,
    boolean changeable,
    @Nullable ServedPolicy served,
    HostedSighting seen,
    HostingGuide guide,
    PolicyForm form,
    @Nullable PolicyPreview preview,
    List<String> uncovered) {
  public HostingPage {
    uncovered = List.copyOf(uncovered);
  }
}
