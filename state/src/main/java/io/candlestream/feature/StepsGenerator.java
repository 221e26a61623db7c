package io.candlestream.feature;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import io.candlestream.indicator.Derived;
import io.candlestream.indicator.Follower;
import io.candlestream.indicator.Formula;
import io.candlestream.indicator.Node;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Writes the class of [Steps] for a graph of nodes.
///
/// Every node is a field of its own class, and its update a call of its own, one after the other
/// and without a loop; what it gives is kept in a local variable for those that follow. For the six
/// quotes, an average of the close, and how far the close is above it, which is the one output,
/// that is
///
/// ```java
/// final class GeneratedSteps extends Steps {
///     private final Average n6;
///     private final Derived n7;
///     private double v7;
///
///     GeneratedSteps(Node[] nodes) {
///         n6 = (Average) nodes[6];
///         n7 = (Derived) nodes[7];
///     }
///
///     void advance(double v0, double v1, double v2, double v3, double v4, double v5) {
///         double v6 = n6.advance(v4);
///         v7 = DIFFERENCE.value(v4, v6);
///     }
///
///     void values(double[] into) {
///         into[0] = v7;
///     }
///
///     void settle() {
///         n7.take(v7);
///     }
/// }
/// ```
///
/// The virtual machine's compiler knows the receiver of a call by the place of the call. In a loop
/// over nodes all of them are called in one place; here each has its own, and is inlined there.
/// Then a value goes to the next node in a register, where nodes by themselves pass it through
/// memory. A formula that has no fields is a constant of the class, any other a field. The work is
/// cut into methods of a few steps, which are compiled quickly and as a whole.
final class StepsGenerator {

    private static final int STEPS_A_METHOD = 12;
    private static final int OUTPUTS_A_METHOD = 100;
    private static final int QUOTES = 6;
    private static final int FIRST_FREE_LOCAL = 1 + 2 * QUOTES;

    private static final ClassDesc NODE = described(Node.class);
    private static final ClassDesc DERIVED = described(Derived.class);
    private static final ClassDesc FORMULA = described(Formula.class);
    private static final ClassDesc STEPS = described(Steps.class);
    private static final ClassDesc GENERATED =
            ClassDesc.of(StepsGenerator.class.getPackageName(), "GeneratedSteps");
    private static final MethodTypeDesc TAKES_NODES = MethodTypeDesc.of(CD_void, NODE.arrayType());
    private static final MethodTypeDesc TAKES_ARRAY =
            MethodTypeDesc.of(CD_void, CD_double.arrayType());
    private static final MethodTypeDesc TAKES_QUOTES = takes(QUOTES, CD_void);

    private final List<Node> nodes;
    private final List<Node> outputs;
    private final Set<Node> looked = new LinkedHashSet<>();
    private final Map<Node, Integer> places = new LinkedHashMap<>();
    private final List<Formula> constants = new ArrayList<>();

    private StepsGenerator(List<Node> nodes, List<Node> outputs) {
        this.nodes = nodes;
        this.outputs = outputs;
        for (Node node : nodes) {
            places.put(node, places.size());
            if (!takes(node)) {
                looked.addAll(node.inputs());
            }
        }
    }

    /// A maker of steps for graphs of this shape.
    ///
    /// @param nodes the quotes first, then the others, inputs before what reads them
    /// @return takes a `Node[]`, returns [Steps]
    static MethodHandle generate(List<Node> nodes, List<Node> outputs) {
        StepsGenerator generator = new StepsGenerator(nodes, outputs);
        byte[] bytes = generator.bytes();
        MethodHandles.Lookup here = MethodHandles.lookup();
        try {
            MethodHandles.Lookup there =
                    here.defineHiddenClassWithClassData(
                            bytes, List.copyOf(generator.constants), false);
            MethodType takesNodes = MethodType.methodType(void.class, Node[].class);
            return there.findConstructor(there.lookupClass(), takesNodes)
                    .asType(MethodType.methodType(Steps.class, Node[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a class of this package could not be made", impossible);
        }
    }

    private byte[] bytes() {
        return ClassFile.of()
                .build(
                        GENERATED,
                        generated -> {
                            generated.withFlags(ClassFile.ACC_FINAL).withSuperclass(STEPS);
                            fields(generated);
                            generated.withMethodBody(INIT_NAME, TAKES_NODES, 0, this::construct);
                            generated.withMethodBody("advance", TAKES_QUOTES, 0, this::advance);
                            generated.withMethodBody("values", TAKES_ARRAY, 0, this::values);
                            for (int i = 0; i < outputs.size(); i += OUTPUTS_A_METHOD) {
                                int first = i;
                                generated.withMethodBody(
                                        "values" + first,
                                        TAKES_ARRAY,
                                        ClassFile.ACC_PRIVATE,
                                        code -> values(code, first));
                            }
                            generated.withMethodBody("settle", MTD_void, 0, this::settle);
                            for (int i = QUOTES; i < nodes.size(); i += STEPS_A_METHOD) {
                                int first = i;
                                generated.withMethodBody(
                                        "steps" + first,
                                        TAKES_QUOTES,
                                        ClassFile.ACC_PRIVATE,
                                        code -> steps(code, first));
                            }
                        });
    }

    private void fields(ClassBuilder generated) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
        for (int i = 0; i < nodes.size(); i++) {
            generated.withField("n" + i, type(i), flags);
            if (nodes.get(i) instanceof Derived derived && !isConstant(derived.formula())) {
                generated.withField("f" + i, kind(derived.formula()), flags);
            }
            if (isKept(i)) {
                generated.withField("v" + i, CD_double, ClassFile.ACC_PRIVATE);
            }
        }
    }

    private void construct(CodeBuilder code) {
        code.aload(0).invokespecial(STEPS, INIT_NAME, MTD_void);
        for (int i = 0; i < nodes.size(); i++) {
            code.aload(0).aload(1).loadConstant(i).aaload().checkcast(type(i));
            code.putfield(GENERATED, "n" + i, type(i));
            if (nodes.get(i) instanceof Derived derived && !isConstant(derived.formula())) {
                ClassDesc kind = kind(derived.formula());
                code.aload(0).aload(0).getfield(GENERATED, "n" + i, DERIVED);
                code.invokevirtual(DERIVED, "formula", MethodTypeDesc.of(FORMULA));
                code.checkcast(kind).putfield(GENERATED, "f" + i, kind);
            }
        }
        code.return_();
    }

    private void advance(CodeBuilder code) {
        for (int i = QUOTES; i < nodes.size(); i += STEPS_A_METHOD) {
            code.aload(0);
            for (int quote = 0; quote < QUOTES; quote++) {
                code.dload(local(quote));
            }
            code.invokevirtual(GENERATED, "steps" + i, TAKES_QUOTES);
        }
        code.return_();
    }

    private void steps(CodeBuilder code, int first) {
        Locals locals = new Locals();
        int end = Math.min(first + STEPS_A_METHOD, nodes.size());
        for (int i = first; i < end; i++) {
            if (takes(nodes.get(i))) {
                for (Node input : nodes.get(i).inputs()) {
                    int place = place(input);
                    if (!locals.has(place)) {
                        value(code, place);
                        locals.keep(code, place);
                    }
                }
            }
            step(code, i, locals);
            locals.keep(code, i);
        }
        code.return_();
    }

    /// Leaves the value of the node on the stack.
    private void step(CodeBuilder code, int i, Locals locals) {
        Node node = nodes.get(i);
        if (node instanceof Derived derived) {
            formula(code, i, derived.formula());
            int arguments = takes(nodes.get(i)) ? inputs(code, i, locals) : 0;
            ClassDesc kind = kind(derived.formula());
            code.invokeinterface(kind, "value", takes(arguments, CD_double));
            code.dup2().aload(0);
            // below the two halves of the value
            if (isKept(i)) {
                code.dup_x2().pop().putfield(GENERATED, "v" + i, CD_double);
            } else {
                code.getfield(GENERATED, "n" + i, DERIVED).dup_x2().pop();
                code.invokevirtual(DERIVED, "take", takes(1, CD_void));
            }
        } else {
            node(code, i);
            int arguments = takes(nodes.get(i)) ? inputs(code, i, locals) : 0;
            code.invokevirtual(type(i), "advance", takes(arguments, CD_double));
        }
    }

    private void values(CodeBuilder code) {
        for (int i = 0; i < outputs.size(); i += OUTPUTS_A_METHOD) {
            code.aload(0).aload(1).invokevirtual(GENERATED, "values" + i, TAKES_ARRAY);
        }
        code.return_();
    }

    private void values(CodeBuilder code, int first) {
        int end = Math.min(first + OUTPUTS_A_METHOD, outputs.size());
        for (int output = first; output < end; output++) {
            code.aload(1).loadConstant(output);
            value(code, place(outputs.get(output)));
            code.dastore();
        }
        code.return_();
    }

    private void settle(CodeBuilder code) {
        for (int i = QUOTES; i < nodes.size(); i++) {
            if (isKept(i)) {
                node(code, i);
                value(code, i);
                code.invokevirtual(DERIVED, "take", takes(1, CD_void));
            }
        }
        code.return_();
    }

    /// Whether the value stays here: when nobody in the graph looks for it at the node.
    private boolean isKept(int i) {
        return nodes.get(i) instanceof Derived && !looked.contains(nodes.get(i));
    }

    /// Puts the value of a node, as of what has been computed, on the stack.
    private void value(CodeBuilder code, int i) {
        if (isKept(i)) {
            code.aload(0).getfield(GENERATED, "v" + i, CD_double);
        } else {
            node(code, i).invokevirtual(NODE, "value", takes(0, CD_double));
        }
    }

    private CodeBuilder node(CodeBuilder code, int i) {
        return code.aload(0).getfield(GENERATED, "n" + i, type(i));
    }

    private void formula(CodeBuilder code, int i, Formula formula) {
        if (!isConstant(formula)) {
            code.aload(0).getfield(GENERATED, "f" + i, kind(formula));
            return;
        }
        int place = constants.indexOf(formula);
        if (place < 0) {
            place = constants.size();
            constants.add(formula);
        }
        code.loadConstant(
                DynamicConstantDesc.ofNamed(
                        ConstantDescs.ofConstantBootstrap(
                                described(MethodHandles.class),
                                "classDataAt",
                                CD_Object,
                                ConstantDescs.CD_int),
                        ConstantDescs.DEFAULT_NAME,
                        kind(formula),
                        place));
    }

    private int inputs(CodeBuilder code, int i, Locals locals) {
        List<Node> inputs = nodes.get(i).inputs();
        for (Node input : inputs) {
            code.dload(locals.of(place(input)));
        }
        return inputs.size();
    }

    /// Whether the node is given the values of its inputs.
    private static boolean takes(Node node) {
        return node instanceof Derived derived
                ? !(derived.formula() instanceof Formula.Reading)
                : node instanceof Follower;
    }

    private int place(Node node) {
        return Objects.requireNonNull(places.get(node));
    }

    private static int local(int quote) {
        return 1 + 2 * quote;
    }

    /// Which local variable of a method has the value of which node.
    private final class Locals {

        private final int[] ofPlaces = new int[nodes.size()];
        private int free = FIRST_FREE_LOCAL;

        private Locals() {
            for (int quote = 0; quote < QUOTES; quote++) {
                ofPlaces[quote] = local(quote);
            }
        }

        private boolean has(int place) {
            return ofPlaces[place] > 0;
        }

        private int of(int place) {
            return ofPlaces[place];
        }

        /// Takes the value of a node from the stack.
        private void keep(CodeBuilder code, int place) {
            code.dstore(free);
            ofPlaces[place] = free;
            free += 2;
        }
    }

    private static boolean isConstant(Formula formula) {
        return formula.getClass().getDeclaredFields().length == 0;
    }

    private static ClassDesc kind(Formula formula) {
        return described(
                switch (formula) {
                    case Formula.Reading _ -> Formula.Reading.class;
                    case Formula.OfOne _ -> Formula.OfOne.class;
                    case Formula.OfTwo _ -> Formula.OfTwo.class;
                    case Formula.OfThree _ -> Formula.OfThree.class;
                    case Formula.OfFour _ -> Formula.OfFour.class;
                });
    }

    private ClassDesc type(int node) {
        return described(nodes.get(node).getClass());
    }

    private static MethodTypeDesc takes(int doubles, ClassDesc gives) {
        return MethodTypeDesc.of(gives, Collections.nCopies(doubles, CD_double));
    }

    private static ClassDesc described(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
