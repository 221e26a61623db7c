package io.candlestream.ta4j;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/// A constructor of a ta4j indicator that asks for nothing but candles, numbers of candles and
/// numerals.
public final class IndicatorConstructor {

    private final Constructor<?> constructor;
    private final List<Kind> kinds;

    /// What a parameter takes.
    public enum Kind {
        /// The candles; not written.
        CANDLES,
        /// A number of every candle: a price, the volume, or what follows from them.
        SOURCE,
        /// A whole number.
        WHOLE,
        /// A number.
        DECIMAL
    }

    private IndicatorConstructor(Constructor<?> constructor, List<Kind> kinds) {
        this.constructor = constructor;
        this.kinds = kinds;
    }

    /// @return null when it asks for anything else
    static @Nullable IndicatorConstructor of(Constructor<?> constructor) {
        List<Kind> kinds = new ArrayList<>();
        for (Type parameter : constructor.getGenericParameterTypes()) {
            Kind kind = kind(parameter);
            if (kind == null) {
                return null;
            }
            kinds.add(kind);
        }
        return kinds.isEmpty() ? null : new IndicatorConstructor(constructor, List.copyOf(kinds));
    }

    private static @Nullable Kind kind(Type parameter) {
        if (parameter == BarSeries.class) {
            return Kind.CANDLES;
        }
        if (parameter == int.class) {
            return Kind.WHOLE;
        }
        if (parameter == double.class || parameter == Number.class || parameter == Num.class) {
            return Kind.DECIMAL;
        }
        boolean isSource =
                parameter instanceof ParameterizedType type
                        && type.getRawType() == Indicator.class
                        && type.getActualTypeArguments()[0] == Num.class;
        return isSource ? Kind.SOURCE : null;
    }

    /// @return what must be written, in its order
    public List<Kind> written() {
        return kinds.stream().filter(kind -> kind != Kind.CANDLES).toList();
    }

    /// @return the class's simple name
    public String name() {
        return constructor.getDeclaringClass().getSimpleName();
    }

    /// As ta4j declares it: `org.ta4j.core.indicators.ROCIndicator(Indicator, int)`.
    @Override
    public String toString() {
        return constructor.getDeclaringClass().getName() + parameterNames();
    }

    /// The parameters' types: `(Indicator, int)`.
    String parameterNames() {
        return List.of(constructor.getParameterTypes()).stream()
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// Makes the indicator.
    ///
    /// @param sources for the sources, in their order
    /// @param numbers for the numbers, in their order
    /// @throws IllegalArgumentException when ta4j refuses them; it says why
    Indicator<?> make(BarSeries series, List<Indicator<Num>> sources, List<Double> numbers) {
        Object[] arguments = new Object[kinds.size()];
        int source = 0;
        int number = 0;
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    switch (kinds.get(i)) {
                        case CANDLES -> series;
                        case SOURCE -> sources.get(source++);
                        case WHOLE -> numbers.get(number++).intValue();
                        case DECIMAL -> decimal(i, numbers.get(number++));
                    };
        }
        try {
            return (Indicator<?>) constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw refused(refused.getTargetException());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(toString(), impossible);
        }
    }

    private Object decimal(int parameter, Double number) {
        return constructor.getParameterTypes()[parameter] == Num.class
                ? DoubleNum.valueOf(number)
                : number;
    }

    private IllegalArgumentException refused(@Nullable Throwable reason) {
        return new IllegalArgumentException(name() + " is refused by ta4j: " + reason, reason);
    }
}
