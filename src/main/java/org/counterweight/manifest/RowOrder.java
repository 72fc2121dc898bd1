package org.counterweight.manifest;

/** Watches that documents come in strictly ascending order, each followed by its own passages. */
final class RowOrder {

  private DocumentRow last;
  private PassageRow lastPassage;

  /**
   * Takes the next document.
   *
   * @throws ManifestException if it does not come after the last one
   */
  void document(DocumentRow row) throws ManifestException {
    if (last != null) {
      int order = ShardOrder.INSTANCE.compare(last.shard(), row.shard());
      order = order != 0 ? order : Long.compare(last.row(), row.row());
      if (order >= 0) {
        throw new ManifestException(
            "Cannot take row " + place(row.shard(), row.row()) + ": "
                + (order == 0 ? "it is there twice" : "it comes after " + place(last.shard(), last.row())));
      }
    }
    last = row;
    lastPassage = null;
  }

  /**
   * Takes the next passage of the last document.
   *
   * @throws ManifestException if it is another document's, or does not come after the last one
   */
  void passage(PassageRow row) throws ManifestException {
    if (last == null || !belongs(row, last)) {
      throw new ManifestException(
          "Cannot take passage " + span(row) + ": its document does not come before it");
    }
    if (lastPassage != null && compare(lastPassage, row) >= 0) {
      throw new ManifestException("Cannot take passage " + span(row) + ": it comes after " + span(lastPassage));
    }
    lastPassage = row;
  }

  static boolean belongs(PassageRow passage, DocumentRow document) {
    return passage.row() == document.row()
        && passage.shard().equals(document.shard())
        && passage.docId().equals(document.docId());
  }

  /** Row order of passages, whatever their documents. */
  static int compare(PassageRow left, PassageRow right) {
    int order = ShardOrder.INSTANCE.compare(left.shard(), right.shard());
    order = order != 0 ? order : Long.compare(left.row(), right.row());
    order = order != 0 ? order : Integer.compare(left.start(), right.start());
    return order != 0 ? order : Integer.compare(left.end(), right.end());
  }

  static String place(String shard, long row) {
    return row + " of " + Text.line(shard);
  }

  static String span(PassageRow row) {
    return "[" + row.start() + ", " + row.end() + ") of row " + place(row.shard(), row.row());
  }
}
