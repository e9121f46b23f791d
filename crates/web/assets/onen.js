/* Onen works without this file. It only saves what is typed, moves by keys,
   and opens what paper cannot press. */
(function () {
  "use strict";

  function inField(target) {
    return target instanceof Element && target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  }

  /* Autosave: a form with data-draft is sent there a second after typing pauses. */
  function watchDraft(form) {
    var timer = 0;
    var sending = false;
    var again = false;

    function say(words, failed) {
      form.querySelectorAll(".on-saved").forEach(function (line) {
        var first = line.querySelector("b") || line.insertBefore(document.createElement("b"), line.firstChild);
        first.textContent = words;
        first.classList.toggle("on-saved--failed", failed);
      });
    }

    function clock() {
      var now = new Date();
      var two = function (number) { return String(number).padStart(2, "0"); };
      return (now.getHours() % 12 || 12) + ":" + two(now.getMinutes()) + ":" + two(now.getSeconds()) + (now.getHours() < 12 ? "am" : "pm");
    }

    function send() {
      if (sending) { again = true; return; }
      sending = true;
      var answers = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === "string") { answers.append(name, value); }
      });
      fetch(form.dataset.draft, { method: "POST", body: answers, credentials: "same-origin", headers: { "X-Onen-Draft": "1" } })
        .then(function (answer) {
          if (!answer.ok) { throw new Error(String(answer.status)); }
          say("Saved " + clock(), false);
          document.dispatchEvent(new Event("on-saved"));
        })
        .catch(function () { say("Not saved yet: we will try again", true); window.clearTimeout(timer); timer = window.setTimeout(send, 10000); })
        .finally(function () { sending = false; if (again) { again = false; send(); } });
    }

    function later() {
      window.clearTimeout(timer);
      timer = window.setTimeout(send, 1000);
    }

    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", function () { window.clearTimeout(timer); });
  }

  /* j and k move between rows; p, r, a and n choose in an attendance grid. */
  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll("main .on-table tbody tr")).filter(function (row) {
      return row.querySelector("a, button, input, summary") && row.getClientRects().length;
    });
  }

  function moveRow(step) {
    var all = rows();
    if (!all.length) { return false; }
    var here = all.indexOf(document.activeElement && document.activeElement.closest("tr"));
    var next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step))];
    var stop = next.querySelector("input:checked") || next.querySelector("a, button, input, summary");
    stop.focus();
    stop.scrollIntoView({ block: "nearest" });
    return true;
  }

  function pick(row, key) {
    var radio = row.querySelector("input[type=radio][data-key=" + key + "]");
    if (!radio) { return false; }
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inField(event.target)) { return; }
    var row = event.target instanceof Element && event.target.closest(".on-attend tr");
    var done = false;
    if (event.key === "/") {
      var search = document.getElementById("q");
      if (search) { search.focus(); search.select(); done = true; }
    } else if (event.key === "j" || event.key === "k") {
      done = moveRow(event.key === "j" ? 1 : -1);
    } else if (row && "pran".indexOf(event.key) >= 0 && event.key.length === 1) {
      done = pick(row, event.key);
    }
    if (done) { event.preventDefault(); }
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (fold) { fold.open = true; fold.dataset.printed = "1"; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-printed]").forEach(function (fold) { fold.open = false; delete fold.dataset.printed; });
  });

  // Five minutes before a session would end for want of a page, in any tab, it says so and offers to go on.
  function watchSession(minutes) {
    var limit = minutes * 60000, shown = null;
    function seen() {
      window.localStorage.setItem("on-seen", String(Date.now()));
      if (shown) { shown.remove(); shown = null; }
    }
    function leave() { window.location.assign(window.location.pathname + window.location.search); }
    function stay() {
      fetch("/session", { credentials: "same-origin" }).then(function (answer) {
        if (answer.status === 204) { seen(); } else { leave(); }
      });
    }
    function warn(until) {
      var words = document.createElement("p"), button = document.createElement("button");
      shown = document.createElement("div");
      shown.className = "on-idle";
      shown.setAttribute("role", "alert");
      words.textContent = "You will be signed out at " +
        until.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }) + ". What you have typed is kept.";
      button.type = "button";
      button.className = "on-btn";
      button.textContent = "Stay signed in";
      button.addEventListener("click", stay);
      shown.append(words, button);
      document.body.append(shown);
    }
    seen();
    document.addEventListener("on-saved", seen);
    window.setInterval(function () {
      var last = Number(window.localStorage.getItem("on-seen")) || Date.now(), idle = Date.now() - last;
      if (idle < limit - 300000) { if (shown) { shown.remove(); shown = null; } }
      else if (idle >= limit + 5000) { leave(); }
      else if (!shown) { warn(new Date(last + limit)); }
    }, 5000);
  }
  var idleMinutes = Number(document.body.dataset.idleMinutes);
  if (idleMinutes > 5) { watchSession(idleMinutes); }

  document.querySelectorAll("form[data-draft]").forEach(watchDraft);
  var summary = document.querySelector(".on-error-summary");
  if (summary) { summary.focus(); }
}());
