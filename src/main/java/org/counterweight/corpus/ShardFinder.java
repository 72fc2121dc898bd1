package org.counterweight.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds the shards under named files, folders and patterns, on any file system that Hadoop reaches. Folders are
 * searched to the bottom; names that start with {@code .} or {@code _} are passed over, and so are folders that hold
 * what Counterweight itself wrote, of which nothing may be counted twice. A name that exists is taken as
 * it is, even if it looks like a pattern.
 *
 * @param storage how file systems are reached
 * @param formats kinds of file that are asked for in messages
 */
public record ShardFinder(Storage storage, Set<Format> formats) {

  /** Finds shards of every kind. */
  public ShardFinder(Storage storage) {
    this(storage, Format.ALL);
  }

  /**
   * The shards of all inputs. A file that two inputs name is read once, for the first.
   *
   * @throws InputException if an input is missing, cannot be read, holds no shard, or names a file of unknown kind
   */
  public Listing find(List<String> inputs) {
    List<Shard> shards = new ArrayList<>();
    List<Listing.Skipped> skipped = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int input = 0; input < inputs.size(); input++) {
      Search search = new Search(input);
      try {
        search.run(inputs.get(input));
      } catch (IOException e) {
        throw new InputException(inputs.get(input), Reason.of(e), e);
      }
      search.shards.sort(Comparator.comparing(Shard::path));
      for (Shard shard : search.shards) {
        Integer before = seen.putIfAbsent(shard.location(), input);
        if (before == null) {
          shards.add(shard);
        } else {
          search.skip(shard.path(), "already read for input " + before);
        }
      }
      search.skipped.sort(Comparator.comparing(Listing.Skipped::path));
      skipped.addAll(search.skipped);
    }
    return new Listing(shards, skipped);
  }

  private static final String NOT_THERE = "no such file or folder; check the path";

  static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  /** Whether a folder is one that runs are published to, or a run. */
  private static boolean isOurOutput(FileStatus[] entries) {
    Set<String> filesHere = new HashSet<>();
    boolean runs = false;
    for (FileStatus entry : entries) {
      String name = entry.getPath().getName();
      if (entry.isFile()) {
        filesHere.add(name);
      } else {
        runs |= name.equals("runs");
      }
    }
    return filesHere.contains("LATEST") && runs
        || filesHere.contains("manifest.json") && filesHere.contains("_SUCCESS");
  }

  /** The search below one input. */
  private final class Search {
    private final int input;
    private final List<Shard> shards = new ArrayList<>();
    private final List<Listing.Skipped> skipped = new ArrayList<>();
    private FileSystem files;
    private boolean local;

    Search(int input) {
      this.input = input;
    }

    void run(String named) throws IOException {
      InputPath path = InputPath.of(named);
      files = storage.fileSystem(path.path());
      local = path.local();
      Optional<FileStatus> status = status(path.path());
      if (status.isPresent() && status.get().isFile()) {
        outright(named, status.get());
      } else if (status.isPresent()) {
        walk(status.get().getPath(), "", List.of());
        requireShards(named, "the folder holds no shard");
      } else if (path.isPattern()) {
        Path base = files.makeQualified(path.base());
        for (FileStatus match : path.matches(files)) {
          visit(match, relative(base, match.getPath()), List.of());
        }
        requireShards(named, "no shard matches");
      } else {
        throw new InputException(named, local ? whyNotThere(nio(path.path())) : NOT_THERE);
      }
    }

    private Optional<FileStatus> status(Path path) throws IOException {
      try {
        return Optional.of(files.getFileStatus(path));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      }
    }

    private void outright(String named, FileStatus status) {
      String name = status.getPath().getName();
      visit(status, name);
      if (shards.isEmpty()) {
        throw new InputException(named, skipped.get(0).reason());
      }
    }

    private void requireShards(String named, String why) {
      if (shards.isEmpty()) {
        String also = skipped.isEmpty() ? "" : " (" + skipped.size() + " other files, such as "
            + skipped.get(0).path() + ": " + skipped.get(0).reason() + ")";
        throw new InputException(named, why + also + "; name files that end in " + Format.endings(formats));
      }
    }

    private void visit(FileStatus status, String path, List<String> above) throws IOException {
      if (status.isDirectory()) {
        walk(status.getPath(), path, above);
      } else {
        visit(status, path);
      }
    }

    private void visit(FileStatus status, String path) {
      String name = status.getPath().getName();
      Optional<Format> format = Format.of(name);
      if (local && !Files.isRegularFile(nio(status.getPath()))) {
        skip(path, "not a regular file");
      } else if (format.isEmpty()) {
        skip(path, Format.whyUnknown(name, formats));
      } else {
        String location = status.getPath().toUri().toString();
        shards.add(new Shard(input, path, location, format.get(), status.getLen(), status.getModificationTime()));
      }
    }

    private void walk(Path folder, String path, List<String> above) throws IOException {
      String real = local ? nio(folder).toRealPath().toString() : folder.toString();
      if (above.contains(real)) {
        skip(path, "a symbolic link to a folder that it lies in");
        return;
      }
      List<String> here = new ArrayList<>(above);
      here.add(real);
      FileStatus[] entries = files.listStatus(folder);
      if (local) {
        skipDangling(nio(folder), path);
      }
      if (isOurOutput(entries)) {
        skip(path.isEmpty() ? "." : path, "a Counterweight output folder");
        return;
      }
      for (FileStatus status : entries) {
        String name = status.getPath().getName();
        if (!isHidden(name)) {
          visit(status, path.isEmpty() ? name : path + "/" + name, here);
        }
      }
    }

    /** Hadoop leaves links to nothing out of its lists, and a shard would be missing without a word. */
    private void skipDangling(java.nio.file.Path folder, String path) throws IOException {
      try (var links = Files.newDirectoryStream(folder, link -> Files.isSymbolicLink(link) && Files.notExists(link))) {
        for (var link : links) {
          String name = link.getFileName().toString();
          skip(path.isEmpty() ? name : path + "/" + name, "a symbolic link to nothing");
        }
      }
    }

    private static String whyNotThere(java.nio.file.Path path) {
      if (Files.isSymbolicLink(path)) {
        return "a symbolic link to nothing; check what it points to";
      }
      try {
        Files.readAttributes(path, BasicFileAttributes.class);
        return NOT_THERE;
      } catch (AccessDeniedException e) {
        return "permission denied";
      } catch (IOException e) {
        return NOT_THERE;
      }
    }

    private void skip(String path, String reason) {
      skipped.add(new Listing.Skipped(input, path, reason));
    }

    private static String relative(Path base, Path path) {
      String root = base.toUri().getPath();
      String full = path.toUri().getPath();
      return full.substring(root.endsWith("/") ? root.length() : root.length() + 1);
    }

    private static java.nio.file.Path nio(Path path) {
      return java.nio.file.Path.of(path.toUri().getPath());
    }
  }
}
