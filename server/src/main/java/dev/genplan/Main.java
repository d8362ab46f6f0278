package dev.genplan;

import dev.genplan.lsp.ServerMain;

/** Where the program starts; knows which command was asked for, and nothing else. */
public final class Main {
  private Main() {}

  /** Runs the command. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("lsp")) {
      System.exit(ServerMain.onStandardStreams());
    }
    System.out.println("genplan " + Main.class.getPackage().getImplementationVersion());
  }
}
