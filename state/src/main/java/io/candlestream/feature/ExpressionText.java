package io.candlestream.feature;

import io.candlestream.candle.Quoted;

/// A text that is read from front to back: numbers, names and signs, with free spaces in between.
final class ExpressionText {

    private static final int LONGEST = 10_000;

    private final String text;
    private int at;

    /// @throws ExpressionException when the text is longer than 10,000 characters
    ExpressionText(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST + 1,
                    "a text must have at most " + LONGEST + " characters, had " + text.length());
        }
        this.text = text;
    }

    /// @return where reading goes on, after spaces, counted from 1
    int column() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    /// Goes back, or ahead.
    void moveTo(int column) {
        at = column - 1;
    }

    /// @return whether this sign stands here, and has been passed
    boolean skip(char sign) {
        column();
        boolean isHere = isAt(at, sign);
        at += isHere ? 1 : 0;
        return isHere;
    }

    /// @return the letters, digits and underscores that stand here; empty when there are none
    String name() {
        column();
        int from = at;
        while (at < text.length() && isPartOfName(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /// @return the number that stands here; empty when there is none, or a name begins like one
    String number() {
        column();
        int from = at;
        int digits = isAt(at, '+') || isAt(at, '-') ? at + 1 : at;
        int end = fractionEnd(digitsEnd(digits));
        if (end > digits) {
            end = exponentEnd(end);
            boolean isName = end < text.length() && isPartOfName(text.charAt(end));
            at = isName ? from : end;
        }
        return text.substring(from, at);
    }

    boolean isAtEnd() {
        return column() > text.length();
    }

    /// A refusal of what stands here.
    ExpressionException mustStandHere(String expected) {
        String found = isAtEnd() ? "the end" : Quoted.of(Character.toString(text.codePointAt(at)));
        return new ExpressionException(column(), expected + " must stand here, was " + found);
    }

    private int fractionEnd(int from) {
        int end = isAt(from, '.') ? digitsEnd(from + 1) : from;
        return end > from + 1 ? end : from;
    }

    private int exponentEnd(int from) {
        if (!isAt(from, 'e') && !isAt(from, 'E')) {
            return from;
        }
        int digits = isAt(from + 1, '+') || isAt(from + 1, '-') ? from + 2 : from + 1;
        int end = digitsEnd(digits);
        return end > digits ? end : from;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isAt(int index, char sign) {
        return index < text.length() && text.charAt(index) == sign;
    }

    private static boolean isPartOfName(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
