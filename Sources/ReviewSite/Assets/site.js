// Keys for people who go through many letters. Every page works without this file.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")];
  let here = -1;
  let tickedByKey = null;

  const go = (index) => {
    const all = rows();
    if (!all.length) return;
    all[here]?.classList.remove("here");
    here = Math.max(0, Math.min(all.length - 1, index));
    const row = all[here];
    row.classList.add("here");
    const target = row.querySelector("[data-open]") || row;
    if (target === row) row.tabIndex = -1;
    target.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    light(row);
  };

  // Shows where in the letter the evidence of a finding stands.
  const light = (row) => {
    document.querySelectorAll(".lit").forEach((line) => line.classList.remove("lit"));
    const line = row.dataset.line && document.getElementById("line-" + row.dataset.line);
    if (!line) return;
    line.classList.add("lit");
    if (matchMedia("(min-width: 68rem)").matches) line.scrollIntoView({ block: "center" });
  };

  // The forms of a row; on a list, those of the row's own check box: the form below the list.
  const act = (name) => {
    const row = rows()[here];
    if (!row) return;
    const box = row.querySelector("input[type=checkbox]");
    const form = row.querySelector("form[data-act]") || (box && box.form);
    const button = form?.querySelector(`[value=${name}]`);
    if (!button) return;
    const details = form.closest("details");
    if (details) details.open = true;
    if (box && !box.checked) {
      box.checked = true;
      tickedByKey = box;
    }
    if (name === "acknowledge") {
      form.requestSubmit(button);
    } else if (name === "dismiss") {
      form.querySelector("[name=reason]").focus();
    } else {
      const comment = form.querySelector("[name=comment]");
      comment.focus();
      form.dataset.next = name;
    }
  };

  document.addEventListener("keydown", (event) => {
    const dialog = document.getElementById("keys");
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing) {
      if (event.key === "Escape") {
        event.target.blur();
        if (tickedByKey) tickedByKey.checked = false;
        tickedByKey = null;
      }
      // Enter in the comment of a finding ends what its key began; with Shift it is a new line.
      const form = event.target.form;
      if (event.key === "Enter" && !event.shiftKey && event.target.name === "comment") {
        event.preventDefault();
        form.requestSubmit(form.querySelector(`[value=${form.dataset.next || "comment"}]`));
      }
      return;
    }
    const keys = {
      j: () => go(here + 1),
      k: () => go(here - 1),
      a: () => act("acknowledge"),
      r: () => act("resolve"),
      d: () => act("dismiss"),
      c: () => act("comment"),
      "/": () => document.getElementById("search").focus(),
      "?": () => dialog.showModal(),
    };
    if (event.key === "Enter" && event.target.matches?.("[data-row]")) {
      event.target.querySelector("a[href]")?.click();
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // A list comes back after an act, often without the row it was about: the place in it is kept for that page.
  const list = location.pathname + location.search;
  document.addEventListener("submit", (event) => {
    if (event.target.id === "bulk" && here >= 0) {
      sessionStorage.setItem("place", JSON.stringify({ list, here, row: rows()[here].id }));
    }
  });
  const comeBack = () => {
    const place = JSON.parse(sessionStorage.getItem("place") || "null");
    sessionStorage.removeItem("place");
    if (place?.list !== list) return;
    const same = rows().findIndex((row) => row.id === place.row);
    if (same >= 0) return go(same);
    // The next key leads to the row that took its place.
    here = Math.min(place.here, rows().length) - 1;
    rows()[here]?.scrollIntoView({ block: "nearest" });
  };

  const all = document.querySelector("[data-all]");
  all?.addEventListener("change", () => {
    document.querySelectorAll("[data-row] input[type=checkbox]").forEach((box) => { box.checked = all.checked; });
  });
  // On a narrow screen the navigation is wider than the window.
  document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  // After an act the page comes back at the finding it was about.
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.matches("[data-row]")) go(rows().indexOf(target));
  else comeBack();
})();
