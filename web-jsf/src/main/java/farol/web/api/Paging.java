package farol.web.api;

/**
 * Which part of a list a client asks for.
 *
 * @param page from 0; no list has more than 2,147,483,647 items before it
 * @param size 1 to 500
 */
record Paging(int page, int size) {
  private static final int LARGEST = 500;

  Paging {
    if (page < 0 || size < 1 || size > LARGEST || (long) page * size > Integer.MAX_VALUE) {
      throw ApiException.badRequest(
          "BAD_PAGE",
          "page must be 0 or more, with no more than "
              + Integer.MAX_VALUE
              + " items before it, and size 1 to "
              + LARGEST
              + ", got "
              + page
              + " and "
              + size);
    }
  }

  int offset() {
    return page * size;
  }
}
