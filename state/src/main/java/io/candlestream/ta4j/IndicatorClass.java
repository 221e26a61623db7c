package io.candlestream.ta4j;

import io.candlestream.ta4j.IndicatorConstructor.Kind;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/// A class of ta4j's own indicator packages, found by its simple name, whose values are numbers.
public final class IndicatorClass {

    private static final String CHOPPINESS = "ChopIndicator";

    private final String name;
    private final List<IndicatorConstructor> constructors;

    private IndicatorClass(Class<?> type) {
        name = type.getSimpleName();
        constructors =
                Arrays.stream(type.getConstructors())
                        .map(IndicatorConstructor::of)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(IndicatorConstructor::parameterNames))
                        .toList();
    }

    /// The class of this simple name.
    ///
    /// @return null when ta4j has no indicator of that name
    /// @throws IllegalArgumentException when there is one that cannot be used; it says why
    public static @Nullable IndicatorClass find(String simpleName) {
        String name = IndicatorNames.qualified(simpleName);
        return name == null ? null : new IndicatorClass(checked(type(name)));
    }

    /// @return the class's simple name
    public String name() {
        return name;
    }

    /// @return its constructors that expressions can fill, in an order of no meaning that is always
    ///   the same
    public List<IndicatorConstructor> constructors() {
        return constructors;
    }

    /// The constructor for what was written. Where several would do, one that needs no more than
    /// the candles is taken before one over the close, and whole numbers before others.
    ///
    /// @param isNumber of every argument, whether it is a number and not a source
    /// @return null when there is none
    public @Nullable IndicatorConstructor constructor(List<Boolean> isNumber) {
        return constructors.stream()
                .filter(one -> takes(one.written(), isNumber))
                .min(
                        Comparator.comparing(
                                        (IndicatorConstructor one) -> isOverClose(one, isNumber))
                                .thenComparingLong(one -> decimals(one.written())))
                .orElse(null);
    }

    /// What stands for the last number when it is left out; ta4j has no default for the scale of
    /// the choppiness index, which everyone else draws from 0 to 100.
    ///
    /// @return empty when it must be given
    public String lastDefault() {
        return name.equals(CHOPPINESS) ? "100" : "";
    }

    private boolean takes(List<Kind> written, List<Boolean> isNumber) {
        int from = written.size() - isNumber.size();
        if (!lastDefault().isEmpty() && from == 1) {
            return matches(written.subList(0, isNumber.size()), isNumber);
        }
        boolean isCloseLeftOut = from == 1 && written.getFirst() == Kind.SOURCE;
        return (from == 0 || isCloseLeftOut)
                && matches(written.subList(from, written.size()), isNumber);
    }

    private static boolean matches(List<Kind> kinds, List<Boolean> isNumber) {
        for (int i = 0; i < kinds.size(); i++) {
            if (isNumber.get(i) == (kinds.get(i) == Kind.SOURCE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOverClose(IndicatorConstructor constructor, List<Boolean> isNumber) {
        return constructor.written().size() > isNumber.size();
    }

    private static long decimals(List<Kind> written) {
        return written.stream().filter(kind -> kind == Kind.DECIMAL).count();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException broken) {
            throw new IllegalStateException("ta4j must have the class " + name, broken);
        }
    }

    private static Class<?> checked(Class<?> type) {
        String name = type.getSimpleName();
        if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(
                    "an indicator must be a class that can be made, was "
                            + name
                            + ", a part of others");
        }
        Type value = valueType(type);
        if (value != Num.class) {
            throw new IllegalArgumentException(
                    "an indicator must give numbers, was %s, which gives %s"
                            .formatted(
                                    name, value instanceof Class<?> c ? c.getSimpleName() : value));
        }
        return type;
    }

    /// The `T` of the `Indicator<T>` that a class is.
    private static Type valueType(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Type implemented : at.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType of
                        && of.getRawType() == Indicator.class) {
                    return of.getActualTypeArguments()[0];
                }
            }
            if (at.getGenericSuperclass() instanceof ParameterizedType of) {
                return of.getActualTypeArguments()[0];
            }
        }
        return Object.class;
    }
}
