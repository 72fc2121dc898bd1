package org.counterweight.passage;

import java.util.ArrayList;
import java.util.List;
import org.counterweight.corpus.Words;

/** One pass over one view. Positions are UTF-16 units of the view until a passage is emitted. */
final class Cutter {

  /** Short paragraphs are joined until they hold this many words. */
  private static final int ENOUGH = 60;

  /** Longer paragraphs are cut at sentence ends. */
  private static final int LONG = 350;

  /** Sentences of a long paragraph are joined until they hold this many words. */
  private static final int RUN = 180;

  private final MarkupView view;
  private final char[] text;
  private final MarkupView.Cursor cursor;
  private final List<Passage> passages = new ArrayList<>();

  /** The short paragraphs not yet emitted. */
  private int start;

  private int end;
  private int words;

  Cutter(MarkupView view) {
    this.view = view;
    this.text = view.text().toCharArray();
    this.cursor = view.cursor();
  }

  List<Passage> passages() {
    int i = space(0);
    while (i < text.length) {
      i = paragraph(i);
    }
    flush();
    return List.copyOf(passages);
  }

  /** Takes the paragraph that starts here; returns where the next one does. */
  private int paragraph(int from) {
    int count = 0;
    int to = from;
    int next = from;
    boolean open = true;
    while (open) {
      to = word(next);
      next = space(to);
      count++;
      open = next < text.length && !parts(to, next);
    }
    if (count > LONG) {
      flush();
      sentences(from, to);
    } else {
      start = words == 0 ? from : start;
      end = to;
      words += count;
      if (words >= ENOUGH) {
        flush();
      }
    }
    return next;
  }

  private void flush() {
    if (words > 0) {
      emit(start, end, words, Joint.PARAGRAPH);
      words = 0;
    }
  }

  private void sentences(int from, int to) {
    int run = from;
    int count = 0;
    for (int i = from; i < to; ) {
      int stop = word(i);
      count++;
      i = space(stop);
      if (stop >= to || (count >= RUN && Joint.closes(text[stop - 1]))) {
        cut(run, stop, count);
        run = i;
        count = 0;
      }
    }
  }

  /** Emits sentences, in the fewest equal parts if they are too long. */
  private void cut(int from, int to, int count) {
    int parts = (count + Segmenter.MOST_WORDS - 1) / Segmenter.MOST_WORDS;
    int begin = from;
    for (int part = 0; part < parts; part++) {
      int size = (int) ((long) count * (part + 1) / parts - (long) count * part / parts);
      int stop = word(begin);
      for (int word = 1; word < size; word++) {
        stop = word(space(stop));
      }
      emit(begin, stop, size, Joint.SENTENCE);
      begin = Math.min(space(stop), to);
    }
  }

  private void emit(int from, int to, int count, Joint joint) {
    int first = cursor.points(view.start(from));
    int last = cursor.points(view.end(to));
    passages.add(new Passage(first, last, count, joint.joined(text, from, to)));
  }

  /** Whether the white space [from, to) parts paragraphs: it holds two line feeds. */
  private boolean parts(int from, int to) {
    int feeds = 0;
    for (int i = from; i < to && feeds < 2; i++) {
      feeds += text[i] == '\n' ? 1 : 0;
    }
    return feeds == 2;
  }

  private int word(int from) {
    int i = from;
    while (i < text.length && !Words.isSpace(text[i])) {
      i++;
    }
    return i;
  }

  private int space(int from) {
    int i = from;
    while (i < text.length && Words.isSpace(text[i])) {
      i++;
    }
    return i;
  }
}
