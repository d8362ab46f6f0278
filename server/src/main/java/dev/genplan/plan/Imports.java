package dev.genplan.plan;

/** Finds the files that plans import; the only way in which a plan learns of other files. */
@FunctionalInterface
public interface Imports {

  /**
   * The file that an import leads to.
   *
   * @param importer URI of the file in which the import stands
   * @param path as written between the quotes, relative to that file
   */
  Result resolve(String importer, String path);

  /** What an import leads to. */
  sealed interface Result {}

  /** A file of the workspace. */
  record Found(SourceFile file) implements Result {}

  /** No such file. */
  record Missing() implements Result {}

  /** A place outside the workspace, which is never read. */
  record Outside() implements Result {}
}
