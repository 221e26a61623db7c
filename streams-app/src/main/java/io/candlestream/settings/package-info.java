/// What a user can configure: one immutable tree of records, read from YAML and from `--set`.
///
/// ```
/// defaults.yaml <- --config FILE <- --set key=value ...   each checked against the keys and types of defaults.yaml
///               -> Settings and its sections              each checks its ranges
/// ```
///
/// Read [io.candlestream.settings.Settings] and `defaults.yaml` first. Numbers and words only: what
/// they mean is known where they are used. The package imports no other package of the project.
@NullMarked
package io.candlestream.settings;

import org.jspecify.annotations.NullMarked;
