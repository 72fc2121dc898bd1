package org.counterweight.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * Objects of this program as bytes in its own files. They are read back by the same version of the class only, and a
 * file that names any other class is refused before that class is touched.
 */
final class StoredObject {

  private static final ObjectInputFilter OWN =
      ObjectInputFilter.Config.createFilter("org.counterweight.**;java.lang.*;java.util.*;maxdepth=20;!*");

  private StoredObject() {}

  static byte[] write(Serializable object) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an object back.
   *
   * @throws IOException if the bytes are damaged, of another version, or hold something else
   */
  static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(OWN);
      return type.cast(in.readObject());
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new InvalidObjectException("Cannot read a stored " + type.getSimpleName() + ": " + e.getMessage());
    }
  }
}
