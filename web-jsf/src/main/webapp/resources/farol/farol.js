/* What pages can't do without a script: local times, the local zone, copying, dialogs, files, typing, chart colours, lost connections. */
(function () {
  "use strict";

  function localTimes(root) {
    root.querySelectorAll("time.instant[title='']").forEach(function (time) {
      const instant = new Date(time.dateTime);
      if (!isNaN(instant)) {
        time.title = instant.toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "long" });
      }
    });
  }

  /* The browser's own zone comes first among those that can be chosen. */
  function localZone(select) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const local = Array.from(select.options).find(function (option) {
      return option.value === zone;
    });
    if (local) {
      const chosen = select.value;
      const group = document.createElement("optgroup");
      group.label = select.dataset.localZone;
      group.append(local);
      select.prepend(group);
      select.value = chosen;
    }
  }

  /* Where tabs are wider than the screen, the one that is open is in sight. */
  function openTab(tab) {
    const tabs = tab.parentElement;
    const place = tab.getBoundingClientRect();
    tabs.scrollLeft += place.left - tabs.getBoundingClientRect().left - (tabs.clientWidth - place.width) / 2;
  }

  function copy(button) {
    const text = document.getElementById(button.dataset.copy).textContent;
    navigator.clipboard.writeText(text).then(function () {
      const label = button.querySelector("span");
      const before = label.textContent;
      label.textContent = button.dataset.copied;
      button.classList.add("copied");
      setTimeout(function () {
        label.textContent = before;
        button.classList.remove("copied");
      }, 2000);
    });
  }

  document.addEventListener("click", function (event) {
    const target = event.target.closest("[data-copy], [data-opens], [data-closes]");
    if (!target) {
      return;
    }
    if (target.dataset.copy) {
      copy(target);
    } else if (target.dataset.opens) {
      document.getElementById(target.dataset.opens).showModal();
    } else {
      document.getElementById(target.dataset.closes).close();
    }
  });

  /* An address may lead into a dialog. */
  function openNamedDialog() {
    const named = document.getElementById(location.hash.slice(1));
    if (named instanceof HTMLDialogElement) {
      named.showModal();
    }
  }

  /* Files that are chosen, or dropped anywhere: one dropped beside would make the browser leave the page. */
  function onFiles(drop, take) {
    const chooser = drop.querySelector("input[type=file]");
    chooser.addEventListener("change", function () {
      if (chooser.files.length > 0) {
        take(Array.from(chooser.files));
        chooser.value = ""; // so that the same ones can be chosen again
      }
    });
    ["dragover", "drop"].forEach(function (kind) {
      document.addEventListener(kind, function (event) {
        if (event.dataTransfer && event.dataTransfer.types.includes("Files")) {
          event.preventDefault();
          drop.classList.toggle("over", kind === "dragover");
          if (kind === "drop" && event.dataTransfer.files.length > 0) {
            take(Array.from(event.dataTransfer.files));
          }
        }
      });
    });
    document.addEventListener("dragleave", function () {
      drop.classList.remove("over");
    });
  }

  /* A file goes into a field of the form as text: uploaded as a file, the server would keep it on a disk. */
  function readDrop(drop) {
    const note = drop.querySelector("[role=status]");

    function say(text, bad) {
      note.textContent = text;
      note.classList.toggle("bad", bad);
    }

    function send(file) {
      if (file.size > Number(drop.dataset.most)) {
        say(note.dataset.tooLarge, true);
        return;
      }
      say(note.dataset.busy, false);
      const reader = new FileReader();
      reader.onload = function () {
        const base64 = reader.result.slice(reader.result.indexOf(",") + 1);
        document.getElementById(drop.dataset.field).value = base64.replace(/\+/g, "-").replace(/\//g, "_");
        document.getElementById("report-text").value = "";
        document.getElementById(drop.dataset.button).click();
      };
      reader.readAsDataURL(file);
    }

    onFiles(drop, function (files) {
      send(files[0]);
    });
  }

  /* Files are sent one after the other, each as the body of a request, with a row that tells how far it is. */
  function uploadDrop(drop) {
    const words = drop.dataset;
    const queue = [];
    let busy = false;

    function addRow(file) {
      const row = document.getElementById("upload-row").content.firstElementChild.cloneNode(true);
      const button = row.querySelector("button");
      row.querySelector(".upload-name").textContent = file.name;
      row.querySelector("progress").setAttribute("aria-label", file.name);
      button.setAttribute("aria-label", button.textContent + " " + file.name);
      document.getElementById("uploads").append(row);
      return row;
    }

    function say(row, text) {
      row.querySelector(".upload-note").textContent = text;
    }

    function end(row, text, bad) {
      say(row, text);
      row.classList.toggle("bad", bad);
      row.querySelector("progress").remove();
      row.querySelector("button").remove();
      document.getElementById("upload-note").textContent = row.querySelector(".upload-name").textContent + ": " + text;
    }

    function refusal(request) {
      const told = (request.getResponseHeader("Content-Type") || "").startsWith("text/plain");
      return told ? request.responseText : words.broken;
    }

    function send(upload) {
      const request = new XMLHttpRequest();
      const bar = upload.row.querySelector("progress"); // an early answer ends the row before its bar has come to rest
      request.open("POST", words.upload + "?" + new URLSearchParams({ name: upload.file.name }));
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.addEventListener("progress", function (event) {
        bar.value = event.total > 0 ? event.loaded / event.total : 0;
      });
      request.addEventListener("abort", function () {
        end(upload.row, words.cancelled, false);
      });
      request.addEventListener("error", function () {
        end(upload.row, words.broken, true);
      });
      request.addEventListener("load", function () {
        const done = request.status === 201;
        end(upload.row, done ? words.done : refusal(request), !done);
      });
      request.addEventListener("loadend", function () {
        busy = false;
        window[words.then]();
        next();
      });
      upload.row.querySelector("button").onclick = function () {
        request.abort();
      };
      say(upload.row, words.sending);
      request.send(upload.file);
    }

    function next() {
      if (!busy && queue.length > 0) {
        busy = true;
        send(queue.shift());
      }
    }

    function add(file) {
      const upload = { file: file, row: addRow(file) };
      if (file.size > Number(words.most)) {
        end(upload.row, words.tooLarge, true);
        return;
      }
      say(upload.row, words.waiting);
      upload.row.querySelector("button").onclick = function () {
        queue.splice(queue.indexOf(upload), 1);
        end(upload.row, words.cancelled, false);
      };
      queue.push(upload);
    }

    onFiles(drop, function (files) {
      files.forEach(add);
      next();
    });
    /* Leaving the page would end what is being sent. */
    window.addEventListener("beforeunload", function (event) {
      if (busy) {
        event.preventDefault();
      }
    });
  }

  /* Calls a command of the page as soon as somebody pauses typing. */
  let pause;
  document.addEventListener("input", function (event) {
    const form = event.target.closest("[data-typing]");
    if (form) {
      clearTimeout(pause);
      pause = setTimeout(function () {
        window[form.dataset.typing]();
      }, 300);
    }
  });

  /* Calls a command of the page again and again, as long as somebody looks. */
  function repeat() {
    const repeated = document.querySelector("[data-repeat]:not([data-repeat=''])");
    if (repeated && document.visibilityState === "visible") {
      window[repeated.dataset.repeat]();
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    localTimes(document);
    document.querySelectorAll("[data-from-end]").forEach(function (scroller) {
      scroller.scrollLeft = scroller.scrollWidth;
    });
    document.querySelectorAll(".tabs > [aria-current='page']").forEach(openTab);
    document.querySelectorAll(".drop[data-field]").forEach(readDrop);
    document.querySelectorAll(".drop[data-upload]").forEach(uploadDrop);
    document.querySelectorAll("[data-local-zone]").forEach(localZone);
    openNamedDialog();
    const result = document.querySelector("[data-focus]");
    if (result) {
      result.focus();
    }
    const often = document.querySelector("[data-every]");
    setInterval(repeat, 1000 * (often ? Number(often.dataset.every) : 30));
    new MutationObserver(function () {
      localTimes(document);
    }).observe(document.body, { childList: true, subtree: true });
    if (!window.jQuery) {
      return;
    }
    jQuery(document).on("pfAjaxError", function () {
      document.getElementById("ajax-failed").hidden = false;
    });
  });

  function colour(token) {
    const probe = document.createElement("span");
    probe.style.color = "var(" + token + ")";
    document.body.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  /* Hatching tells the parts of a bar apart where colours don't. */
  function pattern(ink, index) {
    if (index === 0) {
      return ink;
    }
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = ink;
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = colour("--surface");
    pen.globalAlpha = 0.55;
    pen.lineWidth = 1.5;
    const lines = [[], [[0, 8, 8, 0]], [[0, 0, 8, 8]], [[0, 4, 8, 4]], [[4, 0, 4, 8]], [[0, 8, 8, 0], [0, 0, 8, 8]]];
    lines[(index - 1) % lines.length].forEach(function (line) {
      pen.beginPath();
      pen.moveTo(line[0], line[1]);
      pen.lineTo(line[2], line[3]);
      pen.stroke();
    });
    return pen.createPattern(tile, "repeat");
  }

  /* A text as the lines that it takes on a chart, which breaks none itself. */
  function linesOf(text, chart) {
    const font = chart.options.plugins.legend.labels.font;
    const pen = chart.ctx;
    pen.save();
    pen.font = font.size + "px " + font.family;
    const room = chart.width - 56;
    const lines = [];
    text.split(" ").forEach(function (word) {
      const longer = lines.length === 0 ? word : lines[lines.length - 1] + " " + word;
      if (lines.length === 0 || pen.measureText(longer).width > room) {
        lines.push(word);
      } else {
        lines[lines.length - 1] = longer;
      }
    });
    pen.restore();
    return lines;
  }

  function legendOf(chart) {
    const items = Chart.defaults.plugins.legend.labels.generateLabels(chart);
    items.forEach(function (item) {
      item.text = linesOf(item.text, chart);
    });
    return items;
  }

  function countOf(item) {
    return linesOf(item.dataset.label + ": " + item.formattedValue, item.chart);
  }

  function paint(config) {
    const style = getComputedStyle(document.body);
    config.data.datasets.forEach(function (dataset) {
      dataset.backgroundColor = pattern(colour(dataset.token), dataset.hatching);
      dataset.borderRadius = 2;
      dataset.maxBarThickness = 36;
    });
    const muted = colour("--muted");
    const font = { family: style.fontFamily, size: matchMedia("(max-width: 40rem)").matches ? 11 : 13 };
    config.options.plugins.legend.labels = { color: colour("--text"), boxWidth: 14, boxHeight: 14, padding: 14, font: font, generateLabels: legendOf };
    config.options.plugins.tooltip = { callbacks: { label: countOf } };
    ["x", "y"].forEach(function (axis) {
      const scale = config.options.scales[axis];
      scale.ticks = Object.assign(scale.ticks || {}, { color: muted, maxRotation: 0, autoSkipPadding: 12, font: { family: style.fontFamily, size: 12 } });
      scale.grid = Object.assign(scale.grid || {}, { color: colour("--line") });
      scale.border = { color: colour("--line") };
    });
  }

  /* A day's bar leads to what failed on that day. */
  function lead(config) {
    function day(event, chart) {
      const found = chart.getElementsAtEventForMode(event, "index", { intersect: false }, true);
      return found.length > 0 ? config.data.links[found[0].index] : null;
    }
    config.options.onClick = function (event, elements, chart) {
      const link = day(event, chart);
      if (link) {
        location.assign(link);
      }
    };
    config.options.onHover = function (event, elements, chart) {
      chart.canvas.style.cursor = day(event, chart) ? "pointer" : "default";
    };
  }

  /* Flags stand below their days, wherever the axis has these. */
  function placeFlags(chart) {
    const flags = chart.canvas.closest("figure").querySelector(".flags");
    if (flags) {
      flags.classList.add("placed");
      flags.querySelectorAll("li").forEach(function (flag) {
        flag.style.left = chart.scales.x.getPixelForValue(Number(flag.dataset.index)) + "px";
      });
    }
  }

  /* PrimeFaces calls it before it draws. */
  window.farolChart = function () {
    const widget = this;
    paint(widget.cfg.config);
    lead(widget.cfg.config);
    widget.cfg.config.plugins = [{ id: "farolFlags", afterUpdate: placeFlags }];
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
      paint(widget.chart.config);
      widget.chart.update();
    });
  };
})();
