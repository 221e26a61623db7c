package io.candlestream.venue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a venue's REST for candles, one question at a time; the answer goes to the feed's thread.
final class HistoryClient {

    private static final long LONGEST_BODY = 16L * 1024 * 1024;

    private final HttpClient client;
    private final Duration timeout;
    private final @Nullable String weightHeader;
    private final Consumer<FeedInput> inputs;

    HistoryClient(
            HttpClient client,
            long timeoutMs,
            @Nullable String weightHeader,
            Consumer<FeedInput> inputs) {
        this.client = client;
        this.timeout = Duration.ofMillis(timeoutMs);
        this.weightHeader = weightHeader;
        this.inputs = inputs;
    }

    void ask(FeedInput.Question question, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .header("User-Agent", "candlestream")
                        .build();
        var _ =
                client.sendAsync(
                                request,
                                BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_BODY))
                        .orTimeout(2 * timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((response, failure) ->
                                inputs.accept(
                                        failure == null
                                                ? answered(question, response)
                                                : new FeedInput.Unanswered(
                                                        question, why(failure))));
    }

    private FeedInput answered(FeedInput.Question question, HttpResponse<String> response) {
        long dateMs = RetryAfter.dateMs(response.headers());
        return new FeedInput.Answered(
                question,
                new FeedInput.HistoryAnswer(
                        response.statusCode(),
                        response.body(),
                        dateMs,
                        RetryAfter.millis(response.headers(), dateMs),
                        weight(response)));
    }

    private long weight(HttpResponse<String> response) {
        if (weightHeader == null) {
            return 0;
        }
        String text = response.headers().firstValue(weightHeader).orElse("");
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    private static String why(Throwable failure) {
        Throwable cause = failure.getCause() instanceof IOException e ? e : failure;
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
