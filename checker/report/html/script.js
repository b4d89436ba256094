"use strict";
(() => {
  const root = document.documentElement;
  const all = (sel, from = document) => [...from.querySelectorAll(sel)];
  const keep = {
    get: k => { try { return localStorage.getItem(k); } catch { return null; } },
    set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a file that is mailed may not keep anything */ } },
  };
  const words = (el, name) => (el.dataset[name] || "").split(" ").filter(Boolean);
  const make = (tag, cls, text) => {
    const el = document.createElement(tag);
    if (cls) el.className = cls;
    if (text !== undefined) el.textContent = text;
    return el;
  };

  // Light or dark, and paper.
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const does = {
    theme: () => { root.dataset.theme = dark() ? "light" : "dark"; },
    print: () => { clear(); print(); },
  };
  all("button[data-do]").forEach(b => b.addEventListener("click", () => does[b.dataset.do]()));

  // A way to each page, where there are several.
  const pages = all(".page");
  if (pages.length > 1 && pages.length <= 200) {
    const nav = make("nav");
    pages.forEach(p => {
      const a = make("a", "", p.querySelector("h2").textContent);
      a.href = "#" + p.id;
      const found = p.querySelectorAll(".finding").length;
      if (found) a.append(make("b", "", found));
      nav.append(a);
    });
    document.querySelector("main").prepend(nav);
  }

  const card = make("div", "card");
  card.hidden = true;
  card.setAttribute("role", "status");
  document.body.append(card);
  let pinned = null;

  const inCopy = (page, key) => all(`.copy [data-k="${key}"]`, page);
  const rowOf = (page, key) => page.querySelector(`tr[data-k="${key}"]`);
  // The findings that speak of an element's places.
  const findingsOf = (page, els) => {
    const keys = new Set(els.flatMap(el => all(".place", el).concat(el.matches(".place") ? el : []).map(p => p.dataset.k)));
    return all(".finding", page).filter(f => keys.has(f.dataset.at) || words(f, "with").some(k => keys.has(k)));
  };
  const gravity = f => f.classList.contains("error") ? "error" : f.classList.contains("warning") ? "warning" : "info";

  function clear() {
    pinned = null;
    card.hidden = true;
    all(".on, .partner, .tied").forEach(el => el.classList.remove("on", "partner", "tied"));
    all(".lit").forEach(el => el.classList.remove("lit"));
    pages.forEach(drawGutter);
  }

  // light sets a finding's place off, and everything that it is compared with.
  function lightFinding(page, f) {
    f.classList.add("lit");
    const here = inCopy(page, f.dataset.at);
    here.forEach(el => el.classList.add("on"));
    words(f, "with").forEach(k => {
      const there = inCopy(page, k);
      there.forEach(el => el.classList.add("partner"));
      if (here[0] && there[0]) join(page, here[0], there[0], gravity(f));
    });
    return here[0];
  }

  function lightFigure(page, key) {
    const here = inCopy(page, key);
    page.classList.add("lit");
    here.forEach(el => el.classList.add("on"));
    const row = rowOf(page, key);
    if (row) {
      row.classList.add("lit");
      words(row, "with").forEach(k => {
        const there = inCopy(page, k);
        there.forEach(el => el.classList.add("tied"));
        if (there[0]) join(page, here[0], there[0], "tie");
      });
    }
    const found = findingsOf(page, here);
    found.forEach(f => lightFinding(page, f));
    return found;
  }

  // Lines lie over the copy: in the margin for every pair, and across the text
  // for the one that is looked at.
  const SVG = "http://www.w3.org/2000/svg";
  function layer(page) {
    const copy = page.querySelector(".copy");
    let svg = copy.querySelector(".lines");
    if (!svg) {
      svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "lines");
      svg.setAttribute("aria-hidden", "true");
      copy.append(svg);
    }
    return svg;
  }
  function shape(svg, tag, cls, attrs) {
    const el = document.createElementNS(SVG, tag);
    if (cls) el.setAttribute("class", cls);
    for (const k in attrs) el.setAttribute(k, attrs[k]);
    svg.append(el);
  }
  function spot(page, el) {
    const box = page.querySelector(".copy").getBoundingClientRect();
    const r = el.getClientRects()[0] || el.getBoundingClientRect();
    return { x: r.left - box.left + r.width / 2, top: r.top - box.top, bottom: r.bottom - box.top, y: (r.top + r.bottom) / 2 - box.top };
  }
  function join(page, a, b, cls) {
    const svg = layer(page), p = spot(page, a), q = spot(page, b);
    // A line runs between the lines of text and down the margin, never through
    // words.
    const gap = 6;
    const turns = [];
    let from, to;
    if (Math.abs(p.y - q.y) < 8) { // on one line: above it
      from = p.top - 1; to = q.top - 1;
      turns.push([p.x, from], [p.x, from - gap], [q.x, to - gap], [q.x, to]);
    } else {
      const down = p.y < q.y;
      from = down ? p.bottom + 1 : p.top - 1;
      to = down ? q.top - 1 : q.bottom + 1;
      if (Math.abs(to - from) < 30) { // on neighbouring lines: between them
        turns.push([p.x, from], [p.x, (from + to) / 2], [q.x, (from + to) / 2], [q.x, to]);
      } else {
        const x = margin(page) - 4, a = from + (down ? gap : -gap), b = to + (down ? -gap : gap);
        turns.push([p.x, from], [p.x, a], [x, a], [x, b], [q.x, b], [q.x, to]);
      }
    }
    svg.classList.add("busy");
    shape(svg, "path", cls + " now", { d: rounded(turns) });
    shape(svg, "circle", cls, { cx: p.x, cy: from, r: 2.4 });
    shape(svg, "circle", cls, { cx: q.x, cy: to, r: 2.4 });
  }
  // The path along some points, with its corners rounded.
  function rounded(points) {
    let d = `M${points[0]}`;
    for (let i = 1; i < points.length - 1; i++) {
      const [x, y] = points[i], cut = ([u, v]) => {
        const r = Math.min(5, Math.hypot(u - x, v - y) / 2), n = Math.hypot(u - x, v - y) || 1;
        return [x + (u - x) * r / n, y + (v - y) * r / n];
      };
      d += `L${cut(points[i - 1])}Q${x},${y} ${cut(points[i + 1])}`;
    }
    return d + `L${points.at(-1)}`;
  }
  const margin = page => parseFloat(getComputedStyle(page.querySelector(".copy")).paddingLeft) - 9;
  function drawGutter(page) {
    const svg = layer(page);
    svg.replaceChildren();
    svg.classList.remove("busy");
    const edge = margin(page);
    const seen = new Set();
    const arc = (a, b, cls) => {
      if (!a || !b) return;
      const p = spot(page, a).y, q = spot(page, b).y, id = [Math.round(Math.min(p, q)), Math.round(Math.max(p, q)), cls].join();
      if (Math.abs(p - q) < 8 || seen.has(id)) return;
      seen.add(id);
      const reach = Math.min(edge - 3, 5 + Math.abs(p - q) / 14);
      shape(svg, "path", cls, { d: `M${edge} ${p}C${edge - reach * 1.3} ${p} ${edge - reach * 1.3} ${q} ${edge} ${q}` });
    };
    all(".finding", page).forEach(f => words(f, "with").forEach(k => arc(inCopy(page, f.dataset.at)[0], inCopy(page, k)[0], gravity(f))));
    all(".sheet tr[data-with]", page).forEach(r => words(r, "with").forEach(k => arc(inCopy(page, r.dataset.k)[0], inCopy(page, k)[0], "tie")));
  }

  // The card says what the fact sheet and the findings say of a figure.
  function showCard(page, key, el) {
    const row = rowOf(page, key);
    if (!row) return;
    const status = row.querySelector(".status");
    card.className = "card " + [...row.classList].filter(c => c !== "lit" && c !== "ticked").join(" ");
    card.lang = page.lang;
    card.replaceChildren(make("span", "badge", status.querySelector("b").textContent), make("p", "figure", row.querySelector(".text a").textContent));
    findingsOf(page, inCopy(page, key)).forEach(f => card.append(make("p", "message " + gravity(f), f.querySelector(".message").textContent)));
    const dl = make("dl");
    all("td[data-label]", row).forEach(td => {
      const value = td === status ? status.querySelector(".source") : td;
      if (!value || !value.textContent.trim()) return;
      const dd = make("dd");
      dd.append(...[...value.childNodes].map(n => n.cloneNode(true)));
      dl.append(make("dt", "", td.dataset.label), dd);
    });
    card.append(dl);
    const reading = row.querySelector(".reading");
    if (reading) card.append(reading.cloneNode(true));
    card.hidden = false;
    const r = el.getClientRects()[0], width = card.offsetWidth, height = card.offsetHeight;
    const below = r.bottom + 12 + height < innerHeight || r.top < height + 12;
    card.style.left = Math.max(12, Math.min(r.left + scrollX - 20, scrollX + root.clientWidth - width - 12)) + "px";
    card.style.top = (below ? r.bottom + 10 : r.top - height - 10) + scrollY + "px";
  }

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const visible = el => { const r = el.getBoundingClientRect(); return r.top >= 40 && r.bottom <= innerHeight - 40; };

  pages.forEach(page => {
    all(".copy .fig", page).forEach(el => {
      el.addEventListener("pointerenter", e => {
        if (pinned || e.pointerType !== "mouse") return;
        lightFigure(page, el.dataset.k);
        showCard(page, el.dataset.k, el);
      });
      el.addEventListener("pointerleave", e => { if (!pinned && e.pointerType === "mouse") clear(); });
      el.addEventListener("click", e => {
        if (e.metaKey || e.ctrlKey) return;
        e.preventDefault();
        e.stopPropagation();
        const again = pinned === el;
        clear();
        if (again) return;
        pinned = el;
        const found = lightFigure(page, el.dataset.k);
        showCard(page, el.dataset.k, el);
        const notes = page.querySelector(".notes");
        if (found[0] && notes.scrollHeight > notes.clientHeight) notes.scrollTo({ top: found[0].offsetTop - notes.offsetTop - 40, behavior: calm });
      });
    });
    all(".finding", page).forEach(f => {
      const choose = () => {
        clear();
        pinned = f;
        const here = lightFinding(page, f);
        if (here && !visible(here)) here.scrollIntoView({ block: "center", behavior: calm });
      };
      f.addEventListener("click", e => { e.preventDefault(); e.stopPropagation(); choose(); });
      f.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(); } });
    });
    all(".no a", page).forEach(a => a.addEventListener("click", e => {
      e.preventDefault();
      e.stopPropagation();
      page.querySelector(a.getAttribute("href")).click();
    }));
    // The fact sheet remembers what was ticked off.
    const boxes = all(".sheet input", page), out = page.querySelector(".sheet output");
    const name = "hegao " + page.querySelector("h2").textContent + " " + boxes.length;
    const count = () => {
      boxes.forEach(b => b.closest("tr").classList.toggle("ticked", b.checked));
      if (out) out.textContent = boxes.filter(b => b.checked).length + " / " + boxes.length;
      keep.set(name, boxes.map(b => b.checked ? 1 : 0).join(""));
    };
    const kept = keep.get(name) || "";
    boxes.forEach((b, i) => { b.checked = kept[i] === "1"; b.addEventListener("change", count); });
    if (boxes.length) count();
    all(".sheet .text a", page).forEach(a => a.addEventListener("click", e => {
      e.preventDefault();
      const el = document.getElementById(a.getAttribute("href").slice(1));
      if (!el) return;
      el.scrollIntoView({ block: "center", behavior: calm });
      if (pinned !== el) el.click();
    }));
    new ResizeObserver(() => { if (!pinned) drawGutter(page); else { clear(); } }).observe(page.querySelector(".copy"));
  });
  document.addEventListener("click", e => { if (!card.contains(e.target)) clear(); });
  document.addEventListener("keydown", e => { if (e.key === "Escape") clear(); });
  document.fonts?.ready.then(() => pages.forEach(drawGutter));
})();
