package dev.genplan.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class that stands for one lambda: a field for each captured value and one method, which calls
 * what {@code LambdaMetafactory} would have called, with the conversions that it describes.
 */
final class LambdaClass {

  /** The static method that makes an instance of the captured values. */
  static final String MAKE = "make";

  private static final Type OBJECT = Type.getType(Object.class);

  private final ClassNode node = new ClassNode();
  private final Type self;
  private final InvokeDynamicInsnNode site;
  private final Type[] captured;
  private final Type erased;
  private final Handle target;
  private final Type instantiated;

  private LambdaClass(String name, InvokeDynamicInsnNode site) {
    this.self = Type.getObjectType(name);
    this.site = site;
    this.captured = Type.getArgumentTypes(site.desc);
    this.erased = (Type) site.bsmArgs[0];
    this.target = (Handle) site.bsmArgs[1];
    this.instantiated = (Type) site.bsmArgs[2];
  }

  /**
   * Makes the class.
   *
   * @param name its internal name
   * @param around the class in which the lambda stands
   * @param nestHost the host of that class's nest
   * @param site where the lambda would have been linked
   */
  static ClassNode of(String name, ClassNode around, String nestHost, InvokeDynamicInsnNode site) {
    LambdaClass lambda = new LambdaClass(name, site);
    ClassNode node = lambda.node;
    node.version = around.version;
    node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
    node.name = name;
    node.superName = OBJECT.getInternalName();
    node.interfaces.add(Type.getReturnType(site.desc).getInternalName());
    node.nestHostClass = nestHost;
    lambda.constructor();
    lambda.make();
    lambda.call();
    return node;
  }

  private static String field(int index) {
    return "captured" + index;
  }

  private Method signature() {
    return new Method("<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured));
  }

  private void constructor() {
    GeneratorAdapter code =
        new GeneratorAdapter(Opcodes.ACC_PRIVATE, signature(), null, new Type[0], node);
    code.loadThis();
    code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
    for (int i = 0; i < captured.length; i++) {
      String type = captured[i].getDescriptor();
      node.fields.add(
          new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), type, null, null));
      code.loadThis();
      code.loadArg(i);
      code.putField(self, field(i), captured[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  private void make() {
    GeneratorAdapter code =
        new GeneratorAdapter(
            Opcodes.ACC_STATIC, new Method(MAKE, site.desc), null, new Type[0], node);
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, signature());
    code.returnValue();
    code.endMethod();
  }

  private void call() {
    GeneratorAdapter code =
        new GeneratorAdapter(
            Opcodes.ACC_PUBLIC,
            new Method(site.name, erased.getDescriptor()),
            null,
            new Type[0],
            node);
    boolean constructs = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    Type owner = Type.getObjectType(target.getOwner());
    if (constructs) {
      code.newInstance(owner);
      code.dup();
    }
    List<Type> parameters = parameters(owner);
    for (int i = 0; i < parameters.size(); i++) {
      load(code, i, parameters.get(i));
    }
    code.visitMethodInsn(
        opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    Type result = constructs ? owner : Type.getReturnType(target.getDesc());
    convert(code, result, erased.getReturnType());
    code.returnValue();
    code.endMethod();
  }

  /** What the target takes, its receiver first. */
  private List<Type> parameters(Type owner) {
    List<Type> all = new ArrayList<>();
    if (target.getTag() != Opcodes.H_NEWINVOKESPECIAL
        && target.getTag() != Opcodes.H_INVOKESTATIC) {
      all.add(owner);
    }
    all.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
    return all;
  }

  /** A private method of a nest is called like any other. */
  private int opcode() {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }

  /** Loads an argument of the target: the captured values come first, then those of the call. */
  private void load(GeneratorAdapter code, int index, Type wanted) {
    if (index < captured.length) {
      code.loadThis();
      code.getField(self, field(index), captured[index]);
      convert(code, captured[index], wanted);
      return;
    }
    int argument = index - captured.length;
    Type given = erased.getArgumentTypes()[argument];
    Type known = instantiated.getArgumentTypes()[argument];
    code.loadArg(argument);
    convert(code, given, known);
    convert(code, known, wanted);
  }

  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (to.equals(Type.VOID_TYPE)) {
      if (from.getSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    } else if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        code.cast(from, to);
      } else {
        code.valueOf(from);
      }
    } else if (isPrimitive(to)) {
      code.unbox(to);
    } else if (!to.equals(OBJECT)) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
