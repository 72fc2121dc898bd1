package org.counterweight.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Refusal;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.DocumentRow;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.NotAiWriter;
import org.counterweight.manifest.PartWriter;
import org.counterweight.manifest.PassageRow;
import org.counterweight.manifest.QuarantineFile;
import org.counterweight.manifest.QuarantineRow;
import org.counterweight.manifest.RowFormat;
import org.counterweight.manifest.RowSpool;
import org.counterweight.stance.TaggedDocument;

/** The files that a part leaves in the folder of a plan, all written in one pass over its tagged documents. */
final class PartFiles implements Closeable {

  /** What is written of a part. */
  enum Extent {
    /** All of a run's own rows: documents with their passages, those not about AI, refusals. */
    WHOLE,
    /** Documents, in a run whose other rows stand already. */
    DOCUMENTS,
    /** Documents of a variant, which have no passages beside them. */
    VARIANT
  }

  private final Extent extent;

  /** With the spool, null where the plan lists no document of the part. */
  private final PartWriter rows;

  private final RowSpool spool;
  private final NotAiWriter notAi;

  /** Null where nothing was refused, or documents alone are written. */
  private final QuarantineFile quarantine;

  private PartFiles(
      Extent extent, PartWriter rows, RowSpool spool, NotAiWriter notAi, QuarantineFile quarantine) {
    this.extent = extent;
    this.rows = rows;
    this.spool = spool;
    this.notAi = notAi;
    this.quarantine = quarantine;
  }

  /**
   * Where the files of a plan go.
   *
   * @param storage where everything lies
   * @param root the plan's folder
   * @param scratch the run's scratch folder, for the rows as the logical digest has them
   * @param extent what is written
   * @param format of the rows
   */
  record Folder(Storage storage, String root, String scratch, Extent extent, RowFormat format)
      implements Serializable {

    /** Opens the files of a part. */
    PartFiles open(Allotment allotment) throws IOException {
      var located = allotment.located();
      int part = located.index();
      var folder = new Path(root);
      boolean listed = allotment.weights().length > 0 || !allotment.placebo().isEmpty();
      boolean refused = extent == Extent.WHOLE && located.part().counts().refused() > 0;
      return new PartFiles(
          extent,
          listed ? rows(folder, part) : null,
          listed ? RowSpool.create(storage, new Path(scratch, "rows-" + part + "." + System.nanoTime())) : null,
          NotAiWriter.open(storage, folder, part, format),
          refused ? QuarantineFile.open(storage, folder, part) : null);
    }

    private PartWriter rows(Path folder, int part) throws IOException {
      return extent == Extent.WHOLE
          ? PartWriter.open(storage, folder, part, format)
          : PartWriter.documents(storage, folder, part, format);
    }
  }

  /** Adds a document of the plan; its passages enter the digest, and are written where they do not stand already. */
  void listed(DocumentRow row, TaggedDocument document) throws IOException {
    var passages = extent == Extent.VARIANT ? List.<PassageRow>of() : PassageRow.of(document);
    rows.write(row, extent == Extent.WHOLE ? passages : List.of());
    spool.write(row, passages);
  }

  /** Adds a placebo, of which no passage is known. */
  void listed(DocumentRow row) throws IOException {
    rows.write(row, List.of());
    spool.write(row, List.of());
  }

  /** Adds what passed the gate and was judged not about AI throughout: part of what a review draws from. */
  void notAi(TaggedDocument document) throws IOException {
    if (extent == Extent.WHOLE) {
      notAi.write(PassageRow.of(document));
    }
  }

  void refused(Refusal refusal) throws IOException {
    if (extent == Extent.WHOLE) {
      quarantine.write(
          new QuarantineRow(
              refusal.shard(),
              refusal.row(),
              refusal.position(),
              Refusals.label(refusal.reason()),
              refusal.detail(),
              refusal.excerpt()));
    }
  }

  /** Ends all files and gives them their names. */
  List<FileEntry> finish() throws IOException {
    var files = new ArrayList<FileEntry>();
    if (rows != null) {
      files.addAll(rows.finish().files());
    }
    if (quarantine != null) {
      files.add(quarantine.finish());
    }
    files.addAll(notAi.finish());
    return files;
  }

  /** Ends the rows for the digest; empty where the plan lists no document. */
  Optional<RowSpool.Spooled> spooled() throws IOException {
    return spool == null ? Optional.empty() : spool.finish();
  }

  @Override
  public void close() throws IOException {
    try (rows;
        spool;
        notAi;
        quarantine) {
      // Whatever was not finished is given up.
    }
  }
}
