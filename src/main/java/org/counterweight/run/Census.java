package org.counterweight.run;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.WordSequences;
import org.counterweight.passage.Gate;
import org.counterweight.stance.Classifier;

/**
 * The one pass over the corpus: reads a split, gates and judges its documents, and leaves those that passed the gate
 * in the cache. Memory is bounded by one record, whatever the length of the split.
 *
 * @param corpus where fields lie in a record
 * @param input limits of reading
 * @param gate which passages are about AI
 * @param classifier judges them
 * @param excluded word sequences of evaluation texts
 * @param cache where finished parts are kept
 * @param controls share of the texts not about AI that are remembered for a placebo; 0 for none
 */
record Census(
    CorpusSettings corpus,
    InputSettings input,
    Gate gate,
    Classifier classifier,
    WordSequences excluded,
    Cache cache,
    double controls)
    implements Engine.Task<Split, Part> {

  @Override
  public Part run(Split split) throws IOException {
    var finished = cache.find(split);
    return finished.isPresent() ? finished.get() : read(split);
  }

  @Override
  public Progress.Done done(Part part) {
    return new Progress.Done(1, part.counts().words(), part.counts().bytes());
  }

  private Part read(Split split) throws IOException {
    var tagged = cache.tagged(split);
    var draft = new Path(tagged.getParent(), tagged.getName() + "." + System.nanoTime());
    Part part;
    try (var reader = SplitReader.open(split, corpus, input, cache.storage());
        var writer = new TaggedWriter(cache.storage(), draft, controls)) {
      var tally = new PartTally(new Judgement(gate, classifier), excluded, split.shard().name(), writer, controls);
      while (reader.hasNext()) {
        count(tally, reader.next());
      }
      writer.finish();
      part = tally.part(split, tagged.toString(), reader.uncompressedBytes(), reader.damage());
    }
    cache.replace(draft, tagged);
    cache.keep(part);
    return part;
  }

  private static void count(PartTally tally, Entry entry) throws IOException {
    if (entry instanceof Entry.Readable readable) {
      tally.readable(readable);
    } else if (entry instanceof Entry.Refused refused) {
      tally.refused(refused.refusal());
    } else {
      tally.empty();
    }
  }
}
