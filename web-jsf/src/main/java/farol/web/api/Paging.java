package farol.web.api;

/**
 * Which part of a list a client asks for.
 *
 * @param page from 0
 * @param size 1 to 500
 */
record Paging(int page, int size) {
  private static final int LARGEST = 500;

  Paging {
    if (page < 0 || size < 1 || size > LARGEST) {
      throw ApiException.badRequest(
          "BAD_PAGE",
          "page must be 0 or more and size 1 to " + LARGEST + ", got " + page + " and " + size);
    }
  }

  long offset() {
    return (long) page * size;
  }
}
