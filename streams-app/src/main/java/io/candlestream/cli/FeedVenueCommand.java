package io.candlestream.cli;

import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.settings.Settings;
import io.candlestream.venue.Venue;
import io.candlestream.venue.VenueOptions;
import io.candlestream.venue.Venues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream feed VENUE`: publishes the candles of an exchange as they close; one command for
/// each venue, and `feed live` for several at once.
@Command(
        description = {
            "Publish closed candles as they close, until Ctrl-C.",
            "Goes on where the topic candles ends; what closed meanwhile is fetched."
        })
final class FeedVenueCommand implements Callable<Integer> {

    private static final String SEVERAL = "live";

    private final Console console;
    private final String name;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--instruments",
            required = true,
            split = ",",
            paramLabel = "SYMBOL",
            description =
                    "The venue's own symbols, with commas between; for 'feed live' VENUE:SYMBOL.")
    private List<String> instruments = new ArrayList<>();

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            defaultValue = "1m",
            description = "Length of a candle (default: ${DEFAULT-VALUE}).")
    private String interval = "1m";

    @Option(
            names = "--backfill",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Candles before now with which a series begins that the topic does not have"
                            + " (default: ${DEFAULT-VALUE}).")
    private int backfill;

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description =
                    "Where a venue is and how it is treated, as in rest=URL, websocket=URL or"
                            + " silence-ms=20000; for 'feed live' VENUE.KEY=VALUE. See"
                            + " docs/feeds.md.")
    private List<String> venueOptions = new ArrayList<>();

    @Option(
            names = "--status-every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How often each series' state is printed (default: ${DEFAULT-VALUE}).")
    private int statusEvery;

    private FeedVenueCommand(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    /// Adds a command for each venue, and the one for several.
    static CommandLine addAll(CommandLine feed, Console console) {
        feed.addSubcommand(SEVERAL, new FeedVenueCommand(console, SEVERAL));
        for (Venue venue : Venues.all()) {
            feed.addSubcommand(venue.name(), new FeedVenueCommand(console, venue.name()));
        }
        return feed;
    }

    @Override
    public Integer call() {
        if (statusEvery < 1) {
            throw new UsageException("--status-every must be at least 1, was " + statusEvery);
        }
        Map<Venue, Set<Series>> series = series();
        Map<Venue, VenueOptions> treated = new LinkedHashMap<>();
        series.keySet().forEach(venue -> treated.put(venue, options(venue)));
        Settings settings = options.load(cluster.overrides());
        new LiveFeeds(settings, series, treated, statusEvery, console).run();
        return ExitCode.DONE;
    }

    private Map<Venue, Set<Series>> series() {
        Interval length;
        try {
            length = Interval.parse(interval);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--interval: " + e.getMessage());
        }
        Map<Venue, Set<Series>> series = new LinkedHashMap<>();
        for (String text : instruments) {
            String[] parts = parts(text.strip());
            Venue venue =
                    Venues.named(parts[0])
                            .orElseThrow(() ->
                                    new UsageException(
                                            "--instruments must name one of "
                                                    + Venues.all().stream()
                                                            .map(Venue::name)
                                                            .toList()
                                                    + ", was "
                                                    + parts[0]));
            series.computeIfAbsent(venue, _ -> new LinkedHashSet<>())
                    .add(venue.series(parts[1], length));
        }
        return series;
    }

    private String[] parts(String text) {
        if (!name.equals(SEVERAL)) {
            String prefix = name + ':';
            return new String[] {
                name, text.startsWith(prefix) ? text.substring(prefix.length()) : text
            };
        }
        String[] parts = text.split(":", 2);
        if (parts.length < 2) {
            throw new UsageException("--instruments must be VENUE:SYMBOL, was " + text);
        }
        return parts;
    }

    private VenueOptions options(Venue venue) {
        try {
            VenueOptions treated =
                    venue.defaults().with("backfill-count", Integer.toString(backfill));
            for (String text : venueOptions) {
                String own = name.equals(SEVERAL) ? ofVenue(venue, text) : text;
                String[] both = own.split("=", 2);
                if (both.length == 2) {
                    treated = treated.with(both[0].strip(), both[1].strip());
                } else if (!own.isEmpty()) {
                    throw new UsageException("--option must be KEY=VALUE, was " + text);
                }
            }
            return treated;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--option: " + e.getMessage());
        }
    }

    /// @return what is for this venue, or nothing
    private static String ofVenue(Venue venue, String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || Venues.named(text.substring(0, dot)).isEmpty()) {
            throw new UsageException("--option must be VENUE.KEY=VALUE, was " + text);
        }
        return text.substring(0, dot).equals(venue.name()) ? text.substring(dot + 1) : "";
    }
}
