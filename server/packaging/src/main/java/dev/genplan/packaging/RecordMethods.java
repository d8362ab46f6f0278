package dev.genplan.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** {@code equals} and {@code hashCode} of a record as code, equal to what the JVM would make. */
final class RecordMethods {

  private static final Type OBJECTS = Type.getType(Objects.class);

  private RecordMethods() {}

  /**
   * Writes a method anew.
   *
   * @param site where it would have been linked
   * @return whether it was one of these two
   */
  static boolean rewrite(ClassNode node, MethodNode method, InvokeDynamicInsnNode site) {
    boolean ofRecord = site.bsm.getOwner().equals("java/lang/runtime/ObjectMethods");
    if (!ofRecord || site.name.equals("toString")) {
      return false;
    }
    List<Handle> fields = new ArrayList<>();
    for (Object argument : site.bsmArgs) {
      if (argument instanceof Handle field) {
        fields.add(field);
      }
    }
    Type self = Type.getObjectType(node.name);
    method.instructions.clear();
    method.localVariables = null;
    GeneratorAdapter code =
        new GeneratorAdapter(Opcodes.ASM9, method, method.access, method.name, method.desc) {};
    if (site.name.equals("hashCode")) {
      hashCode(code, self, fields);
    } else {
      equals(code, method, self, fields);
    }
    // Two longs or doubles beside each other, at most.
    method.maxStack = 4;
    method.maxLocals = 2;
    return true;
  }

  private static void hashCode(GeneratorAdapter code, Type self, List<Handle> fields) {
    code.push(0);
    for (Handle field : fields) {
      Type type = Type.getType(field.getDesc());
      code.push(31);
      code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
      code.loadThis();
      code.getField(self, field.getName(), type);
      if (isPrimitive(type)) {
        code.invokeStatic(boxed(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
      } else {
        code.invokeStatic(OBJECTS, new Method("hashCode", "(Ljava/lang/Object;)I"));
      }
      code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
    }
    code.returnValue();
  }

  private static void equals(
      GeneratorAdapter code, MethodNode method, Type self, List<Handle> fields) {
    Label differs = code.newLabel();
    code.loadArg(0);
    code.instanceOf(self);
    code.ifZCmp(GeneratorAdapter.EQ, differs);
    for (Handle field : fields) {
      Type type = Type.getType(field.getDesc());
      code.loadThis();
      code.getField(self, field.getName(), type);
      code.loadArg(0);
      code.checkCast(self);
      code.getField(self, field.getName(), type);
      if (isPrimitive(type)) {
        Type[] both = {type, type};
        code.invokeStatic(boxed(type), new Method("compare", Type.INT_TYPE, both));
        code.ifZCmp(GeneratorAdapter.NE, differs);
      } else {
        code.invokeStatic(OBJECTS, new Method("equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z"));
        code.ifZCmp(GeneratorAdapter.EQ, differs);
      }
    }
    code.push(true);
    code.returnValue();
    code.mark(differs);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.push(false);
    code.returnValue();
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static Type boxed(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> Type.getType(Boolean.class);
      case Type.CHAR -> Type.getType(Character.class);
      case Type.BYTE -> Type.getType(Byte.class);
      case Type.SHORT -> Type.getType(Short.class);
      case Type.INT -> Type.getType(Integer.class);
      case Type.LONG -> Type.getType(Long.class);
      case Type.FLOAT -> Type.getType(Float.class);
      default -> Type.getType(Double.class);
    };
  }
}
