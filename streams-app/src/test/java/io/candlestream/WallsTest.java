package io.candlestream;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.streams.processor.api.Processor;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The walls of ARCHITECTURE.md.
class WallsTest {

    private static final String[] CORE =
            packages(
                    "codec",
                    "candle",
                    "signal",
                    "indicator",
                    "ta4j",
                    "feature",
                    "label",
                    "model",
                    "evaluation",
                    "drift",
                    "account",
                    "calibration",
                    "learner",
                    "epoch");
    private static final String[] SCHEMAS = packages("schema", "wire");
    private static final String[] PRODUCERS = packages("feed", "history", "synthetic", "venue");
    private static final String BRIDGE = "io.candlestream.ta4j";
    private static final String[] TA4J_AND_REFLECTION = {"org.ta4j..", "java.lang.reflect"};
    private static final String STORE = "io.candlestream.store";
    private static final String GENERATED = "io.candlestream.schema";

    private static final Set<String> ROUNDED_AS_THE_PLATFORM_LIKES =
            Set.of(
                    "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos",
                    "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("io.candlestream");

    @Nested
    class TheCore {

        @Test
        void computesAndNothingElse() {
            classes()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(CORE)
                                    .or(
                                            resideInAnyPackage(
                                                    "java.lang",
                                                    "java.lang.annotation",
                                                    "java.lang.classfile..",
                                                    "java.lang.constant",
                                                    "java.lang.invoke",
                                                    "java.lang.runtime",
                                                    "java.math",
                                                    "java.nio",
                                                    "java.nio.charset",
                                                    "java.security",
                                                    "java.time",
                                                    "java.util",
                                                    "java.util.function",
                                                    "java.util.stream",
                                                    "org.jspecify.annotations",
                                                    "smile.."))
                                    .or(resideInAnyPackage(TA4J_AND_REFLECTION))
                                    .or(primitivesAndTheirArrays()))
                    .because(
                            "it must give the same bits live, replayed and in a test: no Kafka, no"
                                    + " files, no network, no logging, no threads")
                    .check(CLASSES);
        }

        @Test
        void meetsTa4jInOnePackage() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .and()
                    .resideOutsideOfPackage(BRIDGE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(TA4J_AND_REFLECTION)
                    .because("what ta4j does to speed and memory must not spread")
                    .check(CLASSES);
        }

        @Test
        void knowsNoClockAndNoMachine() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .callMethodWhere(callTo("now"))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(System.class, "getProperty", String.class)
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            java.time.Clock.class,
                            java.time.InstantSource.class,
                            java.util.Timer.class,
                            Thread.class,
                            Runtime.class,
                            ProcessBuilder.class)
                    .because("time is a candle's close, and nothing else decides a bit")
                    .check(CLASSES);
        }

        @Test
        void drawsNoNumberWithoutASeed() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .callConstructor(Random.class)
                    .orShould()
                    .callConstructor(java.util.SplittableRandom.class)
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(StrictMath.class, "random")
                    .orShould()
                    .callMethod(java.util.UUID.class, "randomUUID")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(ThreadLocalRandom.class, java.security.SecureRandom.class)
                    .because("a seed is part of the configuration, or two runs differ")
                    .check(CLASSES);
        }

        @Test
        void roundsAlikeOnEveryProcessor() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .callMethodWhere(
                            callOn(Math.class)
                                    .and(
                                            DescribedPredicate.describe(
                                                    "of a function without one exact result",
                                                    call ->
                                                            ROUNDED_AS_THE_PLATFORM_LIKES.contains(
                                                                    call.getName()))))
                    .because("Math may round these as the platform likes, StrictMath may not")
                    .check(CLASSES);
        }

        @Test
        void iteratesInAnOrderThatIsItsOwn() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            java.util.HashMap.class,
                            java.util.HashSet.class,
                            java.util.IdentityHashMap.class,
                            java.util.WeakHashMap.class)
                    .because("the order of a hash is an accident")
                    .check(CLASSES);
        }
    }

    @Nested
    class Modules {

        @Test
        void schemasSeeOnlyThemselves() {
            classes()
                    .that()
                    .resideInAnyPackage(SCHEMAS)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(SCHEMAS).or(foreign()))
                    .because("they are what crosses a topic, whoever computes it")
                    .check(CLASSES);
        }

        @Test
        void theStoreSeesOnlyTheCodec() {
            classes()
                    .that()
                    .resideInAPackage(STORE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(STORE, "io.candlestream.codec").or(foreign()))
                    .because("it keeps live objects, whatever they are")
                    .check(CLASSES);
        }

        @Test
        void producersSeeOnlyCandlesAndSchemas() {
            classes()
                    .that()
                    .resideInAnyPackage(PRODUCERS)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(PRODUCERS)
                                    .or(resideInAnyPackage(SCHEMAS))
                                    .or(
                                            resideInAnyPackage(
                                                    "io.candlestream.candle",
                                                    "io.candlestream.signal"))
                                    .or(foreign()))
                    .because(
                            "docs/decisions/0001 and 0014 let them see what a candle and a signal are, and no more")
                    .check(CLASSES);
        }

        @Test
        void onlyOneClassReachesBehindTheInterfacesOfKafkaStreams() {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(STORE + ".LiveStateStore")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka.streams..internals..")
                    .because(
                            "internals change without notice: docs/decisions/0002 allows one place")
                    .check(CLASSES);
        }

        @Test
        void packagesFormNoCycle() {
            slices().matching("io.candlestream.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("what depends on each other cannot be understood apart")
                    .check(CLASSES);
        }
    }

    @Nested
    class House {

        @Test
        void everyPackageIsNullMarked() {
            assertThat(CLASSES)
                    .extracting(JavaClass::getPackage)
                    .filteredOn(p -> !p.getName().equals(GENERATED))
                    .allMatch(WallsTest::isNullMarked, "@NullMarked, or null goes unchecked there");
        }

        @Test
        void namesSayWhatAClassIs() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .haveNameMatching(".*[.$]\\w*(Util|Helper|Manager|Misc)\\w*|.*Impl")
                    .because("these words fit every class and describe none")
                    .check(CLASSES);
        }

        @Test
        void onlyTheCommandLineWritesToTheTerminal() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.candlestream.cli..")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                    .because("results go to standard output and everything else to the log")
                    .check(CLASSES);
        }

        @Test
        void dependenciesComeThroughConstructors() {
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION
                    .because("an object is whole when it is made")
                    .check(CLASSES);
        }

        @Test
        void processorsBelongToTheirTopology() {
            classes()
                    .that()
                    .areAssignableTo(Processor.class)
                    .should()
                    .notBePublic()
                    .andShould()
                    .resideInAnyPackage("io.candlestream.topology", "io.candlestream.bench")
                    .because(
                            "a topology is used whole, by its builder; the benchmarks have copies"
                                    + " of their own to compare it with")
                    .check(CLASSES);
        }

        @Test
        void nothingStaticChanges() {
            fields().that()
                    .areStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .beFinal()
                    .because("state belongs to an object with one owner")
                    .check(CLASSES);
        }
    }

    private static String[] packages(String... names) {
        String[] full = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            full[i] = "io.candlestream." + names[i];
        }
        return full;
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return not(resideInAPackage("io.candlestream.."));
    }

    private static DescribedPredicate<JavaClass> primitivesAndTheirArrays() {
        return DescribedPredicate.describe(
                "primitives and their arrays", type -> type.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaCall<?>> callOn(Class<?> owner) {
        return DescribedPredicate.describe(
                "on " + owner.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(owner));
    }

    private static DescribedPredicate<JavaCall<?>> callTo(String method) {
        return DescribedPredicate.describe(
                "is to " + method, call -> call.getName().equals(method));
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
