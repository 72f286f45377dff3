/* What the page gains with JavaScript: an article opens beside the finding that cites it,
   every part of a cited stretch lights up, and findings can be filtered by article.
   Without it every link still leads to its characters. */
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const status = $("status");
  let opener = null;

  const target = () => $(location.hash.slice(1));

  // ── An article beside the findings ──────────────────────────────────────────

  const drawer = () => document.querySelector(".text.drawer");

  /* Keep `anchor` where it is on the screen while `change` moves the layout. */
  const steady = (anchor, change) => {
    const before = anchor.getBoundingClientRect().top;
    change();
    window.scrollBy(0, anchor.getBoundingClientRect().top - before);
  };

  const show = (article) => {
    const open = drawer();
    if (open && open !== article) hide(open);
    article.open = true;
    article.classList.add("drawer");
    root.classList.add("reading");
  };

  const hide = (article) => {
    article.classList.remove("drawer");
    article.open = false;
    root.classList.remove("reading");
  };

  const close = () => {
    const open = drawer();
    if (!open) return;
    history.replaceState(null, "", location.pathname + location.search);
    light(null);
    const back = opener || open.querySelector("summary");
    steady(back, () => hide(open));
    back.focus({ preventScroll: true });
    opener = null;
  };

  const light = (element) => {
    document.querySelectorAll(".lit").forEach((part) => part.classList.remove("lit"));
    if (!element || !element.dataset.part) return;
    const part = CSS.escape(element.dataset.part);
    document.querySelectorAll(`[data-part="${part}"]`).forEach((p) => p.classList.add("lit"));
  };

  const land = (element) => {
    light(element);
    element.scrollIntoView({ block: element.dataset.part ? "center" : "start" });
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const goal = $(link.hash.slice(1));
    const article = goal && goal.closest(".text");
    if (!article) return;
    event.preventDefault();
    opener = article.contains(link) ? opener : link;
    steady(link, () => show(article));
    history.pushState(null, "", link.hash);
    land(goal);
  });

  const follow = () => {
    const goal = target();
    const article = goal && goal.closest(".text");
    if (article) {
      show(article);
      land(goal);
    } else if (drawer()) {
      light(null);
      hide(drawer());
    }
  };
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  follow();

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.querySelectorAll(".text > summary").forEach((summary) => {
    summary.addEventListener("click", (event) => {
      if (!summary.parentElement.classList.contains("drawer")) return;
      event.preventDefault();
      close();
    });
  });

  // ── Findings with one article only ──────────────────────────────────────────

  const filter = $("filter");
  filter.closest(".filter").hidden = filter.options.length < 3; // "all", and one article
  filter.addEventListener("change", () => {
    const findings = [...document.querySelectorAll("[data-with]")];
    const kept = findings.filter((f) => !filter.value || f.dataset.with.split(" ").includes(filter.value));
    findings.forEach((finding) => { finding.hidden = !kept.includes(finding); });
    document.querySelectorAll("main > section").forEach((section) => {
      const [some, left] = ["[data-with]", "[data-with]:not([hidden])"].map((s) => section.querySelector(s));
      section.classList.toggle("empty", some !== null && left === null);
    });
    const told = (some) => some.filter((finding) => !finding.matches("tr")).length; // rows only list
    $("of-all").hidden = !filter.value;
    $("of-all").querySelector("span").textContent = filter.value;
    status.textContent = filter.value
      ? `${told(kept)} of ${told(findings)} findings involve ${filter.value}.`
      : `All ${told(findings)} findings are shown.`;
  });

  // ── On paper everything is open ─────────────────────────────────────────────

  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open]):not(.text)")];
    opened.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => { details.open = false; });
  });
})();
