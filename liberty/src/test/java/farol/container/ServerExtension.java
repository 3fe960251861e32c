package farol.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Has Arquillian prepare the server before it starts it. */
public final class ServerExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(ServerPreparation.class);
  }
}
