package org.counterweight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The jar is compiled against the oldest supported Spark and the Jackson, zstd-jni, Parquet and Hadoop that come with
 * it. This checks that every class, method and field of theirs that our byte code names is there in the newest, too.
 */
class NewestSparkLinkageIT {

  private static final List<String> OF_THE_CLUSTER =
      List.of("org/apache/", "com/fasterxml/", "com/github/luben/", "org/slf4j/");

  @BeforeAll
  static void buildLocalLibraries() throws IOException, InterruptedException {
    assertThat(Launcher.run("--version").code()).isZero();
  }

  @Test
  void everyForeignMemberWeNameExistsInTheNewestSpark() throws IOException {
    var members = members(OF_THE_CLUSTER);
    assertThat(members).hasSizeGreaterThan(100);
    try (var newest = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
      assertThat(members.stream().filter(member -> !exists(member, newest))).isEmpty();
    }
  }

  @Test
  void noScalaTypeIsNamedAnywhere() throws IOException {
    assertThat(members(List.of("scala/"))).isEmpty();
  }

  private static Set<String> members(List<String> owners) throws IOException {
    var members = new TreeSet<String>();
    try (var classes = Files.walk(Path.of("target/classes"))) {
      for (var file : classes.filter(path -> path.toString().endsWith(".class")).toList()) {
        new ClassReader(Files.readAllBytes(file)).accept(new Members(owners, members), 0);
      }
    }
    return members;
  }

  private static URL[] jars() throws IOException {
    try (var jars = Files.list(Path.of("target/local/lib"))) {
      return jars.map(NewestSparkLinkageIT::url).toArray(URL[]::new);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether {@code owner name descriptor} is there, in the class or what it inherits from. */
  private static boolean exists(String member, ClassLoader loader) {
    var parts = member.split(" ");
    try {
      var owner = Class.forName(parts[0].replace('/', '.'), false, loader);
      return declares(owner, parts[1], parts[2]);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean declares(Class<?> type, String name, String descriptor) {
    if (type == null) {
      return false;
    }
    boolean here =
        descriptor.startsWith("(")
            ? name.equals("<init>")
                ? Arrays.stream(type.getDeclaredConstructors())
                    .anyMatch(c -> Type.getConstructorDescriptor(c).equals(descriptor))
                : Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(m -> m.getName().equals(name) && Type.getMethodDescriptor(m).equals(descriptor))
            : Arrays.stream(type.getDeclaredFields())
                .anyMatch(f -> f.getName().equals(name) && Type.getDescriptor(f.getType()).equals(descriptor));
    return here
        || declares(type.getSuperclass(), name, descriptor)
        || Arrays.stream(type.getInterfaces()).anyMatch(parent -> declares(parent, name, descriptor))
        || (type.isInterface() && declares(Object.class, name, descriptor));
  }

  /** Collects the members that a class names, directly or by method reference. */
  private static final class Members extends ClassVisitor {
    private final List<String> owners;
    private final Set<String> members;

    Members(List<String> owners, Set<String> members) {
      super(Opcodes.ASM9);
      this.owners = owners;
      this.members = members;
    }

    private void add(String owner, String name, String descriptor) {
      if (owners.stream().anyMatch(owner::startsWith) && !owner.startsWith("org/apache/commons/cli")) {
        members.add(owner + " " + name + " " + descriptor);
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String signature, String generic, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
          add(owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          add(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
          for (var argument : arguments) {
            if (argument instanceof Handle handle) {
              add(handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }
  }
}
