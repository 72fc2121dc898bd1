package org.counterweight.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dotted paths that are wanted, as a tree of field names. Each path has two slots: {@code a.b} names the field b in
 * the object a, and also, less often, a top-level field that is called "a.b".
 */
final class PathTree {
  private final Node root = new Node(new byte[0]);
  private final int[][] slotsOfPath;
  private int slots;

  /** A field name on the way to one or more wanted values. */
  static final class Node {
    private final byte[] name;
    private final List<Node> children = new ArrayList<>();
    private Node[][] byLength = new Node[0][];
    /** Slot of the value here, -1 where only something below is wanted. */
    int slot = -1;
    /** Slots of everything here and below are {@code first..last}, last not included. */
    int first;
    int last;

    private Node(byte[] name) {
      this.name = name;
    }

    private Node child(byte[] named) {
      for (Node child : children) {
        if (Arrays.equals(child.name, named)) {
          return child;
        }
      }
      Node child = new Node(named);
      children.add(child);
      return child;
    }

    /** The wanted field with this name, or null. */
    Node child(byte[] bytes, int from, int to) {
      int length = to - from;
      if (length >= byLength.length || byLength[length] == null) {
        return null;
      }
      for (Node child : byLength[length]) {
        if (Arrays.equals(child.name, 0, length, bytes, from, to)) {
          return child;
        }
      }
      return null;
    }
  }

  PathTree(List<String> paths) {
    List<Node[]> ends = new ArrayList<>();
    for (String path : paths) {
      Node nested = root;
      for (String name : path.split("\\.", -1)) {
        nested = nested.child(name.getBytes(StandardCharsets.UTF_8));
      }
      ends.add(new Node[] {nested, root.child(path.getBytes(StandardCharsets.UTF_8))});
      ends.get(ends.size() - 1)[0].slot = 0;
      ends.get(ends.size() - 1)[1].slot = 0;
    }
    number(root);
    slotsOfPath = ends.stream().map(pair -> new int[] {pair[0].slot, pair[1].slot}).toArray(int[][]::new);
  }

  private void number(Node node) {
    node.first = slots;
    node.slot = node.slot < 0 ? -1 : slots++;
    int longest = node.children.stream().mapToInt(child -> child.name.length).max().orElse(-1);
    node.byLength = new Node[longest + 1][];
    for (Node child : node.children) {
      number(child);
      Node[] same = node.byLength[child.name.length];
      Node[] more = same == null ? new Node[1] : Arrays.copyOf(same, same.length + 1);
      more[more.length - 1] = child;
      node.byLength[child.name.length] = more;
    }
    node.last = slots;
  }

  Node root() {
    return root;
  }

  int slots() {
    return slots;
  }

  /** The slots that may hold a path's value, the nested one first; equal where the path has no dot. */
  int[] slotsOf(int path) {
    return slotsOfPath[path];
  }
}
