package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterweight.virality.Counts;
import org.junit.jupiter.api.Test;

class StoredObjectTest {

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    var list = new ArrayList<>(List.of(Counts.NONE, Counts.NONE));
    assertThat(StoredObject.read(StoredObject.write(list), ArrayList.class)).isEqualTo(list);
  }

  @Test
  void foreignClassesOtherTypesAndDamageAreErrorsAndNothingElse() throws IOException {
    var foreign = StoredObject.write(new URL("http://localhost/"));
    assertThatThrownBy(() -> StoredObject.read(foreign, URL.class)).isInstanceOf(IOException.class);
    var counts = StoredObject.write(Counts.NONE);
    assertThatThrownBy(() -> StoredObject.read(counts, Part.class)).isInstanceOf(IOException.class);
    for (int length = 0; length < counts.length; length++) {
      var cut = Arrays.copyOf(counts, length);
      assertThatThrownBy(() -> StoredObject.read(cut, Counts.class)).isInstanceOf(IOException.class);
    }
  }
}
