package dev.genplan.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces, in class files, what the JVM would link at run time: a lambda or method reference
 * becomes a small class, {@code equals} and {@code hashCode} of a record become plain code. What is
 * of another kind, such as a lambda that can be serialized, stays as it is.
 */
final class Linker {

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final Map<String, ClassNode> changed = new LinkedHashMap<>();
  private final Map<String, ClassNode> lambdas = new LinkedHashMap<>();

  /** Takes a class file. */
  void add(byte[] content) {
    ClassNode node = new ClassNode();
    new ClassReader(content).accept(node, 0);
    classes.put(node.name, node);
  }

  /**
   * Links all classes that were added.
   *
   * @return the class files that are changed or new, by internal name
   */
  Map<String, byte[]> link() {
    for (ClassNode node : classes.values()) {
      // Older class files know no nests, and so no way to the private method of a lambda.
      if ((node.version & 0xFFFF) >= Opcodes.V11) {
        link(node);
      }
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    changed.forEach((name, node) -> files.put(name, write(node, 0)));
    lambdas.forEach((name, node) -> files.put(name, write(node, ClassWriter.COMPUTE_MAXS)));
    return files;
  }

  private static byte[] write(ClassNode node, int flags) {
    ClassWriter writer = new ClassWriter(flags);
    node.accept(writer);
    return writer.toByteArray();
  }

  private void link(ClassNode node) {
    int number = 0;
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (!(instruction instanceof InvokeDynamicInsnNode dynamic)) {
          continue;
        }
        if (isLambda(dynamic.bsm)) {
          ClassNode lambda =
              LambdaClass.of(node.name + "$Lambda$" + ++number, node, nestHost(node), dynamic);
          method.instructions.set(
              dynamic,
              new MethodInsnNode(
                  Opcodes.INVOKESTATIC, lambda.name, LambdaClass.MAKE, dynamic.desc, false));
          lambdas.put(lambda.name, lambda);
          addToNest(nestHost(node), lambda.name);
          changed.put(node.name, node);
        } else if (RecordMethods.rewrite(node, method, dynamic)) {
          changed.put(node.name, node);
        }
      }
    }
  }

  private static boolean isLambda(Handle bootstrap) {
    return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && bootstrap.getName().equals("metafactory");
  }

  private static String nestHost(ClassNode node) {
    return node.nestHostClass == null ? node.name : node.nestHostClass;
  }

  private void addToNest(String host, String member) {
    ClassNode node = classes.get(host);
    if (node.nestMembers == null) {
      node.nestMembers = new ArrayList<>(List.of());
    }
    node.nestMembers.add(member);
    changed.put(host, node);
  }
}
