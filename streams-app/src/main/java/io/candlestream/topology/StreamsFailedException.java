package io.candlestream.topology;

/// The topology stopped by itself: its state is not the running configuration's, the disk is full,
/// or there is a bug.
public final class StreamsFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamsFailedException(Throwable cause) {
        super("the topology has stopped: " + cause.getMessage(), cause);
    }
}
