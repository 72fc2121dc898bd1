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

  /** Whether they are joined as a passage writes it, and whether the white space behind them would be. */
  private boolean tidy;

  private boolean tidyBehind;

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
    int to = text.length;
    int next = text.length;
    int before = Script.CODED_SPACE;
    for (int i = from; i < next; i++) {
      int code = Script.code(text[i]);
      count += (before & ~code & Script.CODED_SPACE) >>> Script.SPACE_SHIFT;
      before = code;
      if (text[i] == '\n') {
        int space = spaceBefore(i);
        int word = space(i);
        if (word == text.length || parts(i, word)) {
          to = space;
          next = word;
        }
        i = word - 1;
      }
    }
    to = spaceBefore(to);
    if (count > LONG) {
      flush();
      sentences(from, to);
    } else {
      tidy = words == 0 || (tidy && tidyBehind);
      start = words == 0 ? from : start;
      end = to;
      tidyBehind = next - to == 2;
      words += count;
      if (words >= ENOUGH) {
        flush();
      }
    }
    return next;
  }

  private void flush() {
    if (words > 0) {
      emit(start, end, words, tidy ? new String(text, start, end - start) : Joint.PARAGRAPH.joined(text, start, end));
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
      emit(begin, stop, size, Joint.SENTENCE.joined(text, begin, stop));
      begin = Math.min(space(stop), to);
    }
  }

  private void emit(int from, int to, int count, String written) {
    int first = cursor.points(view.start(from));
    int last = cursor.points(view.end(to));
    passages.add(new Passage(first, last, count, written));
  }

  /** Whether the white space [from, to) parts paragraphs: it holds two line feeds. */
  private boolean parts(int from, int to) {
    int feeds = 0;
    for (int i = from; i < to && feeds < 2; i++) {
      feeds += text[i] == '\n' ? 1 : 0;
    }
    return feeds == 2;
  }

  /** Where the white space that ends here starts. */
  private int spaceBefore(int end) {
    int i = end;
    while (Words.isSpace(text[i - 1])) {
      i--;
    }
    return i;
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
