package org.counterweight.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Finds the columns that dotted paths name in a file's schema, and the smallest schema that holds them all. */
final class ParquetColumns {
  private final MessageType schema;
  private final List<String[]> columns = new ArrayList<>();

  ParquetColumns(MessageType schema, List<String> paths) {
    this.schema = schema;
    for (String path : paths) {
      String[] names = path.split("\\.", -1);
      columns.add(isScalar(schema, names, 0) ? names : isScalar(schema, new String[] {path}, 0)
          ? new String[] {path} : null);
    }
  }

  /** Lists, maps and structs have no one value a row. */
  private static boolean isScalar(GroupType group, String[] names, int depth) {
    if (!group.containsField(names[depth])) {
      return false;
    }
    Type type = group.getType(names[depth]);
    if (type.isRepetition(Type.Repetition.REPEATED)
        || type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        || type.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
      return false;
    }
    if (type.isPrimitive()) {
      return depth == names.length - 1;
    }
    return depth < names.length - 1 && isScalar(type.asGroupType(), names, depth + 1);
  }

  /** The column of a path by its number, or null where the file has none. */
  ColumnDescriptor column(int path) {
    return columns.get(path) == null ? null : schema.getColumnDescription(columns.get(path));
  }

  /** The file's schema without the columns that no path names. */
  MessageType projection() {
    return new MessageType(schema.getName(), kept(schema, columns.stream().filter(c -> c != null).toList(), 0));
  }

  private static List<Type> kept(GroupType group, List<String[]> wanted, int depth) {
    Map<String, List<String[]>> byName = new LinkedHashMap<>();
    for (String[] column : wanted) {
      byName.computeIfAbsent(column[depth], any -> new ArrayList<>()).add(column);
    }
    List<Type> fields = new ArrayList<>();
    for (Type field : group.getFields()) {
      if (byName.containsKey(field.getName())) {
        fields.add(
            field.isPrimitive()
                ? field
                : field.asGroupType().withNewFields(kept(field.asGroupType(), byName.get(field.getName()), depth + 1)));
      }
    }
    return fields;
  }
}
