package dev.genplan;

/** Where the program starts; knows which command was asked for, and nothing else. */
public final class Main {
  private Main() {}

  /** Prints the version, until there are commands. */
  public static void main(String[] args) {
    System.out.println("genplan " + Main.class.getPackage().getImplementationVersion());
  }
}
