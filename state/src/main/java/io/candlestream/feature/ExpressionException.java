package io.candlestream.feature;

/// An expression that cannot be read, or that asks for something that does not exist: whoever wrote
/// it must change it.
///
/// The message begins with the place, `column 14: `, says what must hold, and then what was.
public final class ExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 40;

    private final int column;

    /// A refusal of what stands in this column.
    ///
    /// @param column character of the text, counted from 1
    /// @param message what must hold, then what was
    public ExpressionException(int column, String message) {
        super("column " + column + ": " + message);
        this.column = column;
    }

    /// @return character of the text where the fault is, counted from 1
    public int column() {
        return column;
    }

    /// What was written as messages show it, cut where it is too long to be read.
    static String shown(Object written) {
        String text = written.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
