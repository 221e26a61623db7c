"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const report = data.report;
  const accounts = report.accounts || [report];
  const page = document.getElementById("page");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let drawn = [];
  let isPrinting = false;

  /* ---- text ---- */

  function has(value) {
    return value !== null && value !== undefined;
  }

  function number(value, digits) {
    if (!has(value)) {
      return "–";
    }
    if (Math.abs(value) >= 1e9) {
      return value.toExponential(2);
    }
    const parts = Math.abs(value).toFixed(digits === undefined ? 2 : digits).split(".");
    const isZero = Number(parts.join(".")) === 0;
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ",");
    return (value < 0 && !isZero ? "−" : "") + parts.join(".");
  }

  function percent(value, digits) {
    return has(value) ? number(value, digits) + " %" : "–";
  }

  function share(value) {
    return has(value) ? percent(100 * value, 1) : "–";
  }

  function price(value) {
    const size = Math.abs(value);
    return size !== 0 && size < 0.01
        ? Number(value).toPrecision(4)
        : number(value, size < 1 ? 4 : size < 1000 ? 2 : 0);
  }

  function whole(value) {
    return number(value, 0);
  }

  function time(ms) {
    return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  }

  function day(ms) {
    return new Date(ms).toISOString().slice(0, 10);
  }

  function plain(name) {
    return name.replace(/_/g, " ");
  }

  /* ---- elements ---- */

  function add(parent, tag, text, style) {
    const element = document.createElement(tag);
    if (has(text)) {
      element.textContent = text;
    }
    if (style) {
      element.className = style;
    }
    parent.appendChild(element);
    return element;
  }

  function section(title, text, isTall) {
    const element = add(page, "section", null, isTall ? "tall" : "");
    add(element, "h2", title);
    if (text) {
      add(element, "p", text, "faint");
    }
    return element;
  }

  function table(parent, header, rows) {
    const element = add(add(parent, "div", null, "scroll"), "table");
    const head = add(add(element, "thead"), "tr");
    header.forEach(function (name) {
      add(head, "th", name).scope = "col";
    });
    const body = add(element, "tbody");
    rows.forEach(function (row) {
      const line = add(body, "tr");
      row.forEach(function (cell) {
        if (has(cell) && typeof cell === "object") {
          add(line, "td", cell.text, cell.style);
        } else {
          add(line, "td", cell);
        }
      });
    });
    return element;
  }

  function signed(text, value) {
    return {text: text, style: value < 0 ? "loss" : value > 0 ? "gain" : ""};
  }

  function tile(parent, value, meaning) {
    const element = add(parent, "div", null, "tile");
    add(element, "b", value);
    add(element, "span", meaning);
  }

  /* ---- charts ---- */

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  // After Okabe and Ito: told apart by people who see no red or no green.
  function palette() {
    return dark.matches && !isPrinting
        ? ["#6cb1ff", "#f0a94b", "#9aa6b5", "#5fd0b0", "#d79bd0", "#f0e442"]
        : ["#0b62c4", "#b35c00", "#6b7684", "#00785a", "#a04c8f", "#7a6a00"];
  }

  function chart(parent, label, option, style) {
    const element = add(parent, "div", null, "chart" + (style ? " " + style : ""));
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", label);
    drawn.push({element: element, option: option, chart: null});
    return element;
  }

  function base() {
    return {
      useUTC: true,
      animation: false,
      color: palette(),
      backgroundColor: "transparent",
      textStyle: {color: colour("ink"), fontFamily: "inherit"},
      grid: {left: 8, right: 14, top: window.innerWidth < 720 ? 56 : 36, bottom: 8, containLabel: true},
      legend: {top: 0, left: 0, itemHeight: 8, itemWidth: 16, textStyle: {color: colour("ink")}},
      tooltip: {trigger: "axis", confine: true, backgroundColor: colour("panel"),
        borderColor: colour("rule"), textStyle: {color: colour("ink"), fontSize: 12}}
    };
  }

  function axis(more) {
    return Object.assign({
      axisLine: {lineStyle: {color: colour("rule")}},
      axisLabel: {color: colour("faint"), hideOverlap: true},
      splitLine: {lineStyle: {color: colour("rule"), opacity: 0.6}},
      nameTextStyle: {color: colour("faint")}
    }, more);
  }

  function timeAxis() {
    return axis({type: "time", splitLine: {show: false}, splitNumber: window.innerWidth < 720 ? 4 : 8,
      axisLabel: {color: colour("faint"), hideOverlap: true,
        formatter: {year: "{yyyy}", month: "{yyyy}-{MM}", day: "{MM}-{dd}", hour: "{HH}:{mm}",
          minute: "{HH}:{mm}", second: "{HH}:{mm}:{ss}", millisecond: "{HH}:{mm}:{ss}", none: "{yyyy}-{MM}-{dd}"}}});
  }

  function valueAxis(formatter, lines) {
    const values = [];
    (lines || []).forEach(function (line) {
      line.forEach(function (point) {
        values.push(point[1]);
      });
    });
    const least = values.reduce(function (a, b) { return Math.min(a, b); }, Infinity);
    const most = values.reduce(function (a, b) { return Math.max(a, b); }, -Infinity);
    const isLog = least > 0 && most / least > 5;
    return axis({type: isLog ? "log" : "value", scale: true,
      min: isLog ? round(least, Math.floor) : null, max: isLog ? round(most, Math.ceil) : null,
      axisLabel: {color: colour("faint"), hideOverlap: true, formatter: formatter}});
  }

  // To one digit, on the side that leaves room.
  function round(value, to) {
    const unit = Math.pow(10, Math.floor(Math.log10(value)));
    return Number((to(value / unit) * unit).toPrecision(6));
  }

  function line(name, points, more) {
    return Object.assign({name: name, type: "line", data: points, showSymbol: points.length < 2,
      lineStyle: {width: 1.3}, sampling: null}, more);
  }

  function redraw() {
    drawn.forEach(function (one) {
      if (one.chart) {
        one.chart.dispose();
      }
      one.chart = echarts.init(one.element, null, {renderer: "canvas"});
      one.chart.setOption(Object.assign(base(), one.option()));
    });
    document.body.setAttribute("data-charts", String(drawn.length));
  }

  function thinned(count) {
    return count > Math.min(998, data.most_points)
        ? "Lines of " + whole(count) + " closes are drawn in at most " + whole(data.most_points)
            + " points, which keep every stretch's least and greatest value."
        : "";
  }

  /* ---- sections ---- */

  function headline(account) {
    const evidence = account.significance;
    const best = evidence && account.baselines[evidence.best_baseline];
    const head = add(page, "section");
    add(head, "h1", "Backtest of " + account.instrument + ", " + account.interval);
    add(head, "p", day(account.from) + " to " + day(account.to) + ", "
        + whole(account.candle_count) + " candles"
        + (account.folds ? " out of sample in " + whole(account.folds.length) + " folds" : "")
        + "; times are UTC.", "faint");
    const verdict = add(head, "p", null, "verdict");
    if (evidence) {
      const p = evidence.p_value_against_best_baseline;
      const isSure = /more than luck explains/.test(account.verdict);
      add(verdict, "strong", (isSure ? "Evidence of skill in this one run" : "No evidence of skill")
          + (has(p) ? " (p = " + number(p, 3) + " against " + plain(evidence.best_baseline) + ")." : "."));
    }
    verdict.appendChild(document.createTextNode(account.verdict));
    if (report.config.fill_is_optimistic) {
      add(head, "p", "Optimistic: filled at the closes on which was decided, prices that were gone.",
          "verdict warning");
    }
    const m = account.metrics;
    const tiles = add(head, "div", null, "tiles");
    tile(tiles, percent(m.total_return_pct), "total return, after costs");
    if (best) {
      tile(tiles, percent(best.total_return_pct), plain(evidence.best_baseline) + ", the best baseline");
    } else {
      tile(tiles, percent(account.baselines.buy_and_hold.total_return_pct), "buy and hold");
    }
    tile(tiles, percent(m.cagr_pct), "a year");
    tile(tiles, number(m.sharpe_ratio), "Sharpe ratio" + (evidence && has(evidence.sharpe_ratio_95.low)
        ? ", 95 %: " + number(evidence.sharpe_ratio_95.low) + " to " + number(evidence.sharpe_ratio_95.high) : ""));
    tile(tiles, percent(m.max_drawdown_pct), "greatest drawdown");
    tile(tiles, whole(m.total_trades), "trades, " + share(m.win_rate) + " of the closed ones won");
    tile(tiles, percent(m.exposure_pct, 1), "of the time in the market");
    if (evidence) {
      tile(tiles, number(evidence.deflated_sharpe_ratio, 3), "deflated Sharpe ratio: chance of a true one"
          + " above the luckiest of " + whole(evidence.trials) + (evidence.trials === 1 ? " trial" : " trials"));
      tile(tiles, number(evidence.random_trader.p_value, 3), "share of random traders that earned as much");
    }
  }

  function figures(account) {
    const part = section("Beside the baselines", "Every account pays the same costs.");
    const names = [["total_return_pct", "return", percent], ["cagr_pct", "a year", percent],
      ["sharpe_ratio", "Sharpe", number], ["sortino_ratio", "Sortino", number],
      ["calmar_ratio", "Calmar", number], ["max_drawdown_pct", "drawdown", percent],
      ["win_rate", "won", share], ["profit_factor", "profit factor", number],
      ["total_trades", "trades", whole], ["exposure_pct", "exposure", percent],
      ["fees_paid", "fees", number], ["final_equity", "equity", number]];
    function row(name, metrics) {
      return [name].concat(names.map(function (figure) {
        return figure[2](metrics[figure[0]]);
      }));
    }
    const rows = [row(account.significance ? "strategy" : "positions", account.metrics)];
    Object.keys(account.baselines).forEach(function (name) {
      rows.push(row(plain(name), account.baselines[name]));
    });
    table(part, ["account"].concat(names.map(function (figure) { return figure[1]; })), rows);
    const forecasters = account.prediction && account.prediction.forecasters;
    if (forecasters && Object.keys(forecasters).length > 0) {
      add(part, "p", whole(account.prediction.outcome_count) + " predictions whose label became known:", "faint");
      table(part, ["forecaster", "accuracy", "balanced accuracy", "log loss", "Brier score"],
          Object.keys(forecasters).map(function (name) {
            const f = forecasters[name];
            return [plain(name), share(f.accuracy), share(f.balanced_accuracy), number(f.log_loss, 4),
              number(f.brier_score, 4)];
          }));
    }
  }

  function prices(history) {
    const isCut = history.trade_count > history.trades.length;
    const part = section("Price, entries and exits",
        (isCut ? "The " + whole(history.trades.length) + " of " + whole(history.trade_count)
            + " trades that won or lost most. " : "") + thinned(history.closes));
    function fills(side, at, price, isOpenToo) {
      return history.trades.filter(function (trade) {
        return (!side || trade[0] === side) && (isOpenToo || !trade[6]);
      }).map(function (trade) {
        return [trade[at], trade[price]];
      });
    }
    const kinds = [["long entry", fills("long", 1, 2, true), "triangle", 0],
      ["short entry", fills("short", 1, 2, true), "triangle", 180],
      ["exit", fills(null, 3, 4, false), "diamond", 0]].filter(function (kind) {
      return kind[1].length > 0;
    });
    chart(part, "Closing price with the entries and exits of trades", function () {
      const colours = palette();
      const shades = {"long entry": colours[0], "short entry": colours[4], "exit": colours[1]};
      return {
        xAxis: timeAxis(), yAxis: valueAxis(price, [history.price]),
        dataZoom: [{type: "inside", filterMode: "none"}],
        series: [line("close", history.price, {itemStyle: {color: colours[2]}, lineStyle: {width: 1.2, color: colours[2]}})]
            .concat(kinds.map(function (kind) {
              return {name: kind[0], type: "scatter", data: kind[1], symbol: kind[2],
                symbolRotate: kind[3], symbolSize: kind[1].length > 200 ? 5 : 8,
                itemStyle: {color: shades[kind[0]], opacity: 0.85}};
            }))
      };
    });
    const greatest = history.trades.slice().sort(function (a, b) {
      return Math.abs(b[5]) - Math.abs(a[5]);
    }).slice(0, 10);
    if (greatest.length > 0) {
      const more = add(part, "details");
      add(more, "summary", "The trades that won or lost most");
      table(more, ["side", "entry", "price", "exit", "price", "profit"], greatest.map(function (trade) {
        return [trade[0], time(trade[1]), price(trade[2]), trade[6] ? "still open" : time(trade[3]),
          price(trade[4]), signed(number(trade[5]), trade[5])];
      }));
    }
  }

  function equity(history) {
    const name = accounts[0].significance ? "strategy" : "positions";
    const part = section("Equity beside the baselines", thinned(history.closes));
    const names = Object.keys(history.baselines);
    const lines = names.map(function (baseline) { return history.baselines[baseline]; });
    chart(part, "Equity of the strategy and of the baselines over time", function () {
      const colours = palette().slice(1);
      return {
        xAxis: timeAxis(), yAxis: valueAxis(price, lines.concat([history.equity])),
        dataZoom: [{type: "inside", filterMode: "none"}],
        series: [line(name, history.equity, {itemStyle: {color: palette()[0]},
          lineStyle: {width: 2.4, color: palette()[0]}, z: 5})].concat(names.map(function (baseline, i) {
          return line(plain(baseline), history.baselines[baseline],
              {itemStyle: {color: colours[i]}, lineStyle: {width: 1.2, color: colours[i],
                type: ["solid", "dotted", "dashed", "solid"][i % 4]}});
        }))
      };
    });
    const below = section("Drawdown", "How far the equity is below its greatest until then.");
    chart(below, "Drawdown of the account over time, percent", function () {
      return {
        legend: {show: false}, grid: {left: 8, right: 14, top: 10, bottom: 8, containLabel: true},
        xAxis: timeAxis(), yAxis: valueAxis(function (v) { return number(v, Math.abs(v) < 1 ? 1 : 0) + " %"; }),
        series: [line("drawdown", history.drawdown, {areaStyle: {opacity: 0.25, color: colour("loss")},
          lineStyle: {width: 1, color: colour("loss")}, itemStyle: {color: colour("loss")}})]
      };
    }, "low");
  }

  function months(history) {
    const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const part = section("Monthly returns", "Percent, after costs; the first and the last month may not be whole.");
    const years = {};
    history.months.forEach(function (month) {
      (years[month[0]] = years[month[0]] || {})[month[1]] = month[2];
    });
    table(part, ["year"].concat(names, ["year"]), Object.keys(years).sort().map(function (year) {
      let growth = 1;
      const cells = names.map(function (_, i) {
        const value = years[year][i + 1];
        growth *= has(value) ? 1 + value / 100 : 1;
        return has(value) ? signed(number(value, 1), Number(number(value, 1).replace("−", "-"))) : "";
      });
      return [year].concat(cells, [signed(number(100 * (growth - 1), 1), growth - 1)]);
    }));
  }

  function folds(account) {
    const part = section("Folds", "Each an account of its own over its whole test window.", true);
    chart(part, "Return of the strategy and of buying and holding, fold by fold", function () {
      return {
        xAxis: axis({type: "category", data: account.folds.map(function (fold) { return day(fold.test_from); })}),
        yAxis: axis({type: "value", axisLabel: {color: colour("faint"), formatter: "{value} %"}}),
        series: [["strategy", "metrics", 0], ["buy and hold", "buy_and_hold", 2]].map(function (kind) {
          return {name: kind[0], type: "bar", itemStyle: {color: palette()[kind[2]]},
            data: account.folds.map(function (fold) {
              return Number(fold[kind[1]].total_return_pct.toFixed(3));
            })};
        })
      };
    });
    table(part, ["fold", "test from", "to", "candles", "trained on", "return", "buy and hold", "Sharpe", "drawdown",
      "trades", "accuracy", "log loss"], account.folds.map(function (fold) {
      return [whole(fold.fold), day(fold.test_from), day(fold.test_to), whole(fold.candle_count),
        whole(fold.trained_on), signed(percent(fold.metrics.total_return_pct), fold.metrics.total_return_pct),
        percent(fold.buy_and_hold.total_return_pct), number(fold.metrics.sharpe_ratio),
        percent(fold.metrics.max_drawdown_pct), whole(fold.metrics.total_trades),
        share(fold.prediction && fold.prediction.accuracy), number(fold.prediction && fold.prediction.log_loss, 4)];
    }));
  }

  function forecasts(seen) {
    const part = section("Calibration", "How often predictions were right, by how sure they were; expected"
        + " calibration error " + percent(seen.calibration_error_pct) + ". On the dotted line they are as sure as they are right.");
    const pair = add(part, "div", null, "pair");
    chart(pair, "Share of predictions that were right against their confidence", function () {
      return {
        legend: {show: false}, tooltip: {trigger: "item", confine: true, backgroundColor: colour("panel"),
          borderColor: colour("rule"), textStyle: {color: colour("ink"), fontSize: 12}},
        grid: {left: 12, right: 18, top: 14, bottom: 26, containLabel: true},
        xAxis: axis({type: "value", min: 0, max: 100, name: "confidence, %", nameLocation: "middle", nameGap: 26}),
        yAxis: axis({type: "value", min: 0, max: 100, name: "right, %", nameLocation: "middle", nameGap: 32}),
        series: [line("as sure as right", [[0, 0], [100, 100]], {showSymbol: false, silent: true,
          lineStyle: {type: "dotted", color: palette()[2], width: 1.5}}),
        line("champion", seen.bins, {showSymbol: true, symbolSize: 8, itemStyle: {color: palette()[0]},
          lineStyle: {color: palette()[0], width: 2}})]
      };
    });
    table(pair, ["confidence", "right", "predictions"], seen.bins.map(function (bin) {
      return [percent(bin[0], 1), percent(bin[1], 1), whole(bin[2])];
    }));
    if (seen.champion.length > 0) {
      const late = section("Accuracy of late", "Of the last " + whole(seen.window) + " predictions whose label is"
          + " known, beside always predicting the majority class. " + thinned(seen.outcomes));
      chart(late, "Rolling accuracy of the champion and of the majority class, percent", function () {
        return {
          xAxis: timeAxis(), yAxis: valueAxis(function (v) { return number(v, 0) + " %"; }),
          series: [line("champion", seen.champion, {itemStyle: {color: palette()[0]}, lineStyle: {width: 1.8, color: palette()[0]}}),
            line("majority class", seen.majority_class, {itemStyle: {color: palette()[1]}, lineStyle: {width: 1.2, color: palette()[1], type: "dashed"}})]
        };
      });
    }
  }

  function importance(account) {
    const all = (data.importance.features || []).filter(function (one) {
      return one.instrument === account.instrument;
    });
    const models = [];
    all.forEach(function (one) {
      if (models.indexOf(one.model) < 0) {
        models.push(one.model);
      }
    });
    models.forEach(function (model) {
      const ofModel = all.filter(function (one) { return one.model === model; });
      const shown = ofModel.slice(0, 20);
      const part = section("Importance of features, " + model, data.importance.measure
          + (shown.length < ofModel.length ? "; the greatest " + shown.length + " of " + ofModel.length : "") + ".");
      const pair = add(part, "div", null, "pair");
      const element = chart(pair, "Mean magnitude of the coefficients of " + model, function () {
        const width = window.innerWidth < 720 ? 120 : 200;
        return {
          legend: {show: false}, grid: {left: 8, right: 18, top: 6, bottom: 8, containLabel: true},
          xAxis: axis({type: "value"}),
          yAxis: axis({type: "category", inverse: true, axisLabel: {color: colour("ink"), width: width, overflow: "truncate"},
            data: shown.map(function (one) { return one.feature; })}),
          series: [{type: "bar", itemStyle: {color: palette()[0]},
            data: shown.map(function (one) { return Number(one.importance.toPrecision(5)); })}]
        };
      });
      element.style.height = Math.max(120, 40 + 22 * shown.length) + "px";
      table(pair, ["feature", "importance", "spread over folds"], shown.map(function (one) {
        return [{text: one.feature, style: "long"}, number(one.importance, 4), number(one.spread, 4)];
      }));
    });
  }

  function costs(account) {
    const c = account.costs;
    const part = section("From gross to net", "What the same fills would have earned at the market's own prices,"
        + " and what costs left of it, in units of quote currency.");
    const pair = add(part, "div", null, "pair");
    const paid = [["fees", c.fees], ["spread", c.spread], ["slippage", c.slippage], ["borrow", c.borrow]]
      .filter(function (cost) { return cost[1] !== 0; });
    const steps = [["gross", 0, c.gross_profit]];
    paid.forEach(function (cost) {
      const left = steps[steps.length - 1][2];
      steps.push([cost[0], left, left - cost[1]]);
    });
    steps.push(["net", 0, c.net_profit]);
    chart(pair, "Gross profit, less every cost, is net profit", function () {
      return {
        legend: {show: false}, grid: {left: 8, right: 14, top: 14, bottom: 8, containLabel: true},
        tooltip: {trigger: "item", confine: true, backgroundColor: colour("panel"), borderColor: colour("rule"),
          textStyle: {color: colour("ink"), fontSize: 12},
          formatter: function (one) { return steps[one.dataIndex][0] + ": " + number(steps[one.dataIndex][2] - steps[one.dataIndex][1]); }},
        xAxis: axis({type: "category", data: steps.map(function (step) { return step[0]; })}),
        yAxis: axis({type: "value", axisLabel: {color: colour("faint"), formatter: price}}),
        series: waterfall(steps)
      };
    }, "low");
    table(pair, ["", "amount"], [["gross profit", signed(number(c.gross_profit), c.gross_profit)]]
      .concat(paid.map(function (cost) { return [cost[0], signed(number(-cost[1]), -cost[1])]; }))
      .concat([["net profit", signed(number(c.net_profit), c.net_profit)]]));
  }

  // Bars that float, on both sides of zero: of each sign an unseen part and a seen one.
  function waterfall(steps) {
    function bars(isAbove, isSeen) {
      return {type: "bar", stack: "all", silent: !isSeen, barWidth: "55%",
        itemStyle: isSeen ? {} : {color: "transparent"},
        data: steps.map(function (step, i) {
          const from = Math.min(step[1], step[2]);
          const to = Math.max(step[1], step[2]);
          const low = isAbove ? Math.max(0, from) : Math.min(0, to);
          const high = isAbove ? Math.max(0, to) : Math.min(0, from);
          const shade = i === 0 || i === steps.length - 1 ? palette()[0] : colour("loss");
          return {value: isSeen ? high - low : low, itemStyle: isSeen ? {color: shade} : {color: "transparent"}};
        })};
    }
    return [bars(true, false), bars(false, false), bars(true, true), bars(false, true)];
  }

  function configuration() {
    const part = section("Configuration and data", "With the same files and the same command, version "
        + data.manifest.version + " makes these bytes again.", true);
    const rows = [];
    (function walk(path, value) {
      if (has(value) && typeof value === "object" && !Array.isArray(value)) {
        Object.keys(value).forEach(function (key) {
          walk(path ? path + "." + key : key, value[key]);
        });
      } else {
        rows.push([path, {text: has(value) ? String(value) : "–", style: "long"}]);
      }
    })("", data.manifest.configuration || {});
    table(part, ["file", "SHA-256"], (data.manifest.data || []).map(function (file) {
      return [{text: file.file, style: "long"}, {text: file.sha256, style: "long"}];
    }));
    add(part, "p", "candlestream " + data.manifest.command.join(" "), "faint").style.overflowWrap = "anywhere";
    const more = add(part, "details");
    more.open = false;
    add(more, "summary", "Every setting");
    table(more, ["key", "value"], rows);
  }

  function overview(shown) {
    if (accounts.length < 2) {
      return;
    }
    const part = section("Accounts", "One an instrument; what is below is of the one chosen here.");
    const choice = add(part, "select");
    choice.setAttribute("aria-label", "Instrument");
    accounts.forEach(function (account, i) {
      const option = add(choice, "option", account.instrument);
      option.value = String(i);
      option.selected = i === shown;
    });
    choice.addEventListener("change", function () {
      show(Number(choice.value));
    });
    table(part, ["instrument", "return", "buy and hold", "Sharpe", "drawdown", "trades", "p-value"],
        accounts.map(function (account) {
          const p = account.significance && account.significance.p_value_against_best_baseline;
          return [account.instrument, signed(percent(account.metrics.total_return_pct), account.metrics.total_return_pct),
            percent(account.baselines.buy_and_hold.total_return_pct), number(account.metrics.sharpe_ratio),
            percent(account.metrics.max_drawdown_pct), whole(account.metrics.total_trades), number(p, 3)];
        }));
  }

  function show(index) {
    const account = accounts[index];
    const history = data.histories[index];
    drawn.forEach(function (one) {
      if (one.chart) {
        one.chart.dispose();
      }
    });
    drawn = [];
    page.textContent = "";
    document.title = "Backtest of " + account.instrument;
    overview(index);
    headline(account);
    figures(account);
    prices(history);
    equity(history);
    months(history);
    if (account.folds) {
      folds(account);
    }
    if (history.forecasts && history.forecasts.outcomes > 0) {
      forecasts(history.forecasts);
    }
    importance(account);
    costs(account);
    configuration();
    redraw();
  }

  show(0);
  dark.addEventListener("change", redraw);
  window.addEventListener("beforeprint", function () {
    isPrinting = true;
    redraw();
  });
  window.addEventListener("afterprint", function () {
    isPrinting = false;
    redraw();
  });
  window.addEventListener("resize", function () {
    drawn.forEach(function (one) {
      one.chart.resize();
    });
  });
})();
