package dev.genplan.editing;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Imports;
import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import dev.genplan.workspace.FileUris;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps imports right when files and folders are renamed or moved. */
public final class FileMoves {

  /** A file or a folder and where it will be. */
  public record Move(Path from, Path to) {}

  private final List<Move> moves;
  private final Imports imports;
  private final List<Edit> edits = new ArrayList<>();

  private FileMoves(List<Move> moves, Imports imports) {
    this.moves = moves;
    this.imports = imports;
  }

  /**
   * What is to be changed before the files are moved: the imports that lead to them, and those that
   * stand in them.
   *
   * @param moves absolute paths
   * @param files all files of the workspace
   * @param imports what their imports lead to before
   */
  public static List<Edit> mend(List<Move> moves, List<SourceFile> files, Imports imports) {
    FileMoves mending = new FileMoves(moves, imports);
    files.forEach(mending::file);
    return List.copyOf(mending.edits);
  }

  private void file(SourceFile file) {
    Optional<Path> path = FileUris.path(file.uri());
    if (path.isEmpty()) {
      return;
    }
    for (SyntaxTree.Placed placed : file.tree().members()) {
      if (placed.member() instanceof Member.Import node && node.file().isPresent()) {
        Value.Text written = node.file().get();
        mended(path.get(), file.uri(), written.text())
            .ifPresent(
                text ->
                    edits.add(
                        new Edit(
                            new Location(file.uri(), written.span().shift(placed.base())),
                            Value.Text.quoted(text))));
      }
    }
  }

  /** What an import is to say; empty if it stays right as it is, or never was. */
  private Optional<String> mended(Path importer, String uri, String written) {
    if (!(imports.resolve(uri, written) instanceof Imports.Found found)) {
      return Optional.empty();
    }
    Path target = FileUris.path(found.file().uri()).orElseThrow();
    Path from = moved(importer);
    Path to = moved(target);
    boolean moves = !from.equals(importer) || !to.equals(target);
    if (!moves || from.resolveSibling(written).normalize().equals(to)) {
      return Optional.empty();
    }
    return relative(from, to).map(path -> written.startsWith("./") ? dotted(path) : path);
  }

  private Path moved(Path path) {
    for (Move move : moves) {
      if (path.startsWith(move.from())) {
        return move.to().resolve(move.from().relativize(path)).normalize();
      }
    }
    return path;
  }

  /** A path from beside one file to another; there is none to another drive. */
  private static Optional<String> relative(Path from, Path to) {
    Path folder = from.getParent();
    if (folder == null || !folder.getRoot().equals(to.getRoot())) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    folder.relativize(to).forEach(name -> names.add(name.toString()));
    return Optional.of(String.join("/", names));
  }

  private static String dotted(String path) {
    return path.startsWith("../") ? path : "./" + path;
  }
}
