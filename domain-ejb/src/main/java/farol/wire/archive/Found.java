package farol.wire.archive;

/** What an entry turned out to be. */
sealed interface Found permits Layer, Pending {}
