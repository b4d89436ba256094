package report_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/document"
	"github.com/hegao/hegao/checker/report"
	"github.com/hegao/hegao/checker/source"
)

// pageZH is a page with its blocks and ties, as a run hands it over.
func pageZH(t testing.TB) *checker.Result {
	r := resultZH(t)
	kinds := map[string]document.Kind{"# ": document.Headline}
	for n := range r.File.LineCount(source.FieldText) {
		s := r.File.LineSpan(n+1, source.FieldText)
		text := strings.TrimRight(r.File.Slice(s), "\n")
		if strings.TrimSpace(text) == "" {
			continue
		}
		b := checker.Block{Kind: document.Paragraph}
		for mark, kind := range kinds {
			if rest, ok := strings.CutPrefix(text, mark); ok {
				b.Kind, s.Start, text = kind, s.Start+len(mark), rest
			}
		}
		indent := len(text) - len(strings.TrimLeft(text, "　"))
		s.Start, text = s.Start+indent, text[indent:]
		s.End = s.Start + len(text)
		b.Pieces = []document.Piece{{Text: text, Span: s, Copied: true}}
		r.Blocks = append(r.Blocks, b)
	}
	r.Ties = []checker.Tie{{Rule: "growth-mismatch", Spans: []source.Span{spanOf(t, sampleZH, "12.4%", 0), spanOf(t, sampleZH, "第二", 0)}}}
	return r
}

func TestHTMLKeepsEveryWord(t *testing.T) {
	got := render(t, check(report.Options{Rules: sampleRules}), "html", pageZH(t), hostile(), unread(), resultEN(t))
	copies := regexp.MustCompile(`(?s)<section class="copy".*?</section>`).FindAllString(got, -1)
	if len(copies) != 4 {
		t.Fatalf("%d pages", len(copies))
	}
	bare := regexp.MustCompile(`<sup.*?</sup>|<[^>]*>`).ReplaceAllString(copies[0], "")
	bare = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "\n", "").Replace(bare)
	want := strings.NewReplacer("# ", "", "\n", "", "　", "").Replace(sampleZH)
	if bare != want {
		t.Errorf("the page reads\n%s\nnot\n%s", bare, want)
	}
	for _, want := range []string{
		`<a class="fig contradicted atom" data-k="f1" href="#p1-r1" id="p1-f1"><span class="place error" data-k="m1" id="p1-m1">860.5亿元</span></a><sup class="no error">&NoBreak;<a href="#p1-x1">1</a></sup>`,
		`data-at="m1" data-with="m2 m3"`, `<del>860.5亿元</del><ins>850.5亿元</ins>`, `总分不符`,
		`<h3 class="headline">江城外贸十一月再添新绿 &lt;b&gt;&amp;&lt;/b&gt; 😀</h3>`, `没有这个文件`, `index out of range`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s isn't there", want)
		}
	}
	for _, bad := range []string{"<x>", "<b>\"", "http://", "@import", "src=", "url("} {
		if strings.Contains(strings.ReplaceAll(got, "http://www.w3.org/2000/svg", ""), bad) {
			t.Errorf("%q is in the page", bad)
		}
	}
}

// htmlFile writes the sample pages where a browser finds them.
func htmlFile(t *testing.T, o report.Options, results ...*checker.Result) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(render(t, check(o), "html", results...)), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestHTMLInABrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := openBrowser(t)
	long := pageZH(t) // with more findings than a sheet of paper holds
	long.Path = "长.md"
	for range 5 {
		long.Findings = append(long.Findings, pageZH(t).Findings...)
	}
	file := htmlFile(t, report.Options{Rules: sampleRules}, pageZH(t), hostile(), resultEN(t), long)
	expect := func(what, js, want string) {
		t.Helper()
		if got := b.eval(js); got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
	}
	b.open(file, 1280, 900, "light", false)

	// A finding that is clicked lights its place and its partners up, and lines
	// join them.
	b.click("#p1-x1")
	expect("the place of a finding", `[...document.querySelectorAll(".copy .on")].map(e => e.textContent).join()`, "860.5亿元")
	expect("its partners", `[...document.querySelectorAll(".copy .partner")].map(e => e.textContent).join()`, "512.3亿元,338.2亿元")
	expect("lines", `document.querySelectorAll("#p1 .lines path.now.error").length`, "2")
	expect("the finding", `document.querySelector(".finding.lit").id`, "p1-x1")

	// A figure says what it was read as; what bears it out lights up.
	b.click("#p1-f2")
	expect("the card", `document.querySelector(".card").hidden`, "false")
	expect("its figure", `document.querySelector(".card .figure").textContent`, "12.4%")
	expect("what it rests on", `[...document.querySelectorAll(".copy .tied")].map(e => e.textContent).join()`, "第二")
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": "Escape"})
	expect("Escape", `document.querySelector(".card").hidden && !document.querySelector(".on, .partner, .tied")`, "true")
	expect("the margin", `document.querySelectorAll("#p1 .lines path.now").length`, "0")

	// The fact sheet is ticked off and counts.
	b.click("#p1-r1 input")
	expect("the count", `document.querySelector("#p1 .sheet output").textContent`, "1 / 4")

	// Hovering is enough with a mouse.
	var at struct{ X, Y float64 }
	if err := json.Unmarshal([]byte(b.eval(`(() => { const e = document.querySelector("#p1-f4"); e.scrollIntoView({block: "center"}); const r = e.getBoundingClientRect(); return JSON.stringify({x: r.left + 3, y: r.top + 3}); })()`)), &at); err != nil {
		t.Fatal(err)
	}
	b.call("Input.dispatchMouseEvent", map[string]any{"type": "mouseMoved", "x": at.X, "y": at.Y})
	b.eval("new Promise(r => requestAnimationFrame(() => r(1)))")
	expect("hovering", `document.querySelector(".card .figure").textContent`, "第二")

	// The summary is read first.
	expect("the summary", `document.querySelector(".summary").getBoundingClientRect().top < document.querySelector(".page").getBoundingClientRect().top`, "true")
	checkPDF(t, b)
	quiet(t, b)

	// Dark where the reader likes it dark; the button turns it.
	b.open(file, 1280, 900, "dark", false)
	bright := `(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number); return r + g + b > 384; })()`
	expect("dark", bright, "false")
	b.click(`[data-do="theme"]`)
	expect("turned light", bright, "true")

	// On a phone nothing runs over the edge, and a tap opens the card at the foot.
	for _, width := range []int{320, 390} {
		b.open(file, width, 780, "light", true)
		expect(fmt.Sprintf("%d pixels", width), `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll, svg")).map(e => e.tagName + "." + e.className).join()`, "")
		expect(fmt.Sprintf("%d pixels", width), `document.documentElement.scrollWidth`, fmt.Sprint(width))
	}
	b.click("#p1-f1")
	expect("the card at the foot", `Math.round(document.querySelector(".card").getBoundingClientRect().bottom) === innerHeight`, "true")
	quiet(t, b)
}

// checkPDF prints the page.
func checkPDF(t *testing.T, b *browser) {
	t.Helper()
	var got struct{ Data string }
	b.get(&got, "Page.printToPDF", map[string]any{"printBackground": true, "preferCSSPageSize": true})
	data, err := base64.StdEncoding.DecodeString(got.Data)
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") || len(data) < 10_000 {
		t.Errorf("the page doesn't print: %v, %d bytes", err, len(data))
	}
	// No sheet of paper is blank: what is drawn on each takes some bytes.
	pages := regexp.MustCompile(`(?s)/Type /Page\b.*?/Contents (\d+) 0 R`).FindAllStringSubmatch(string(data), -1)
	for i, p := range pages {
		content := regexp.MustCompile(`(?s)\n` + p[1] + ` 0 obj.*?/Length (\d+)`).FindStringSubmatch(string(data))
		if n, err := strconv.Atoi(content[1]); err != nil || n < 300 {
			t.Errorf("page %d of %d is blank", i+1, len(pages))
		}
	}
	if len(pages) < 3 {
		t.Errorf("%d pages are printed", len(pages))
	}
}

// quiet asks that the page has asked the network for nothing and complained of
// nothing.
func quiet(t *testing.T, b *browser) {
	t.Helper()
	for _, e := range b.events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var p struct{ Request struct{ URL string } }
			if err := json.Unmarshal(e.Params, &p); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(p.Request.URL, "file://") || !strings.HasSuffix(p.Request.URL, "/report.html") {
				t.Errorf("the page asks for %s", p.Request.URL)
			}
		case "Runtime.exceptionThrown", "Log.entryAdded":
			t.Errorf("the page complains: %s", e.Params)
		}
	}
}

// TestPictures takes pictures of a report for people to look at, into the folder
// that HEGAO_PICTURES names; HEGAO_REPORT is the report.
func TestPictures(t *testing.T) {
	folder, file := os.Getenv("HEGAO_PICTURES"), os.Getenv("HEGAO_REPORT")
	if folder == "" || file == "" {
		t.Skip("HEGAO_PICTURES and HEGAO_REPORT say which pictures to take")
	}
	b := openBrowser(t)
	shot := func(name, scheme string, width, height int, phone bool, clicks ...string) {
		b.open(file, width, height, scheme, phone)
		for _, c := range clicks {
			b.click(c)
		}
		b.picture(filepath.Join(folder, name+".png"))
	}
	shot("light", "light", 1280, 1000, false)
	shot("tall", "light", 1280, 3200, false)
	shot("finding", "light", 1280, 1000, false, "#p1-x1")
	shot("figure", "light", 1280, 1000, false, "#p1-f5")
	b.open(file, 1180, 900, "light", false)
	b.click("#p1-x5")
	b.eval("scrollTo(0, 0)")
	b.call("Input.dispatchMouseEvent", map[string]any{"type": "mouseMoved", "x": 2, "y": 2})
	b.picture(filepath.Join(folder, "readme.png"))
	shot("dark", "dark", 1280, 1000, false, "#p1-x4")
	shot("phone", "light", 390, 844, true)
	shot("phone-figure", "dark", 390, 844, true, "#p1-f2")
	b.open(file, 1280, 1000, "light", false)
	b.eval(`document.querySelector(".sheet").scrollIntoView()`)
	b.picture(filepath.Join(folder, "sheet.png"))
	b.open(file, 390, 844, "light", true)
	b.eval(`document.querySelector(".sheet").scrollIntoView()`)
	b.picture(filepath.Join(folder, "phone-sheet.png"))
	var got struct{ Data string }
	b.get(&got, "Page.printToPDF", map[string]any{"printBackground": true, "preferCSSPageSize": true})
	data, _ := base64.StdEncoding.DecodeString(got.Data)
	if err := os.WriteFile(filepath.Join(folder, "report.pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// contrasts lists the texts of the page that can't be told from what is behind
// them as WCAG 2 wants it at level AA: 4.5 to 1, 3 to 1 for large letters.
const contrasts = `(() => {
	const rgba = s => { const m = s.match(/[\d.]+/g).map(Number); if (s.startsWith("color(")) for (let i = 0; i < 3; i++) m[i] *= 255; return m.length < 4 ? [...m, 1] : m; };
	const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
	const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const behind = e => { const layers = []; for (; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor)); return layers.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]); };
	const bad = new Map(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement, s = getComputedStyle(e);
		if (!walk.currentNode.data.trim() || !e.getClientRects().length || ["SCRIPT", "STYLE"].includes(e.tagName)) continue;
		let opacity = 1;
		for (let p = e; p; p = p.parentElement) opacity *= getComputedStyle(p).opacity;
		const bg = behind(e), ink = rgba(e.closest("svg") ? s.fill : s.color);
		ink[3] *= opacity;
		const [a, b] = [light(over(ink, bg)), light(bg)].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(s.fontSize);
		if (ratio < (size >= 24 || size >= 18.66 && s.fontWeight >= 700 ? 3 : 4.5)) bad.set(e.tagName + "." + (e.className.baseVal ?? e.className), ratio.toFixed(2));
	}
	return [...bad].map(([k, v]) => k + " " + v).join("\n");
})()`

// Whoever sees badly, or has no mouse, reads the page too.
func TestHTMLIsAccessible(t *testing.T) {
	b := openBrowser(t)
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(render(t, check(report.Options{}), "html", resultZH(t), resultClean(), resultEN(t))), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		b.open(file, 1280, 900, scheme, false)
		if bad := b.eval(contrasts); bad != "" {
			t.Errorf("%s: too little contrast:\n%s", scheme, bad)
		}
	}
	b.open(file, 1280, 900, "light", false)
	// Every finding and every figure is come to by the tabulator, and opened by the
	// return key; what has the focus shows it.
	reached := b.eval(`(() => {
		const miss = [...document.querySelectorAll(".finding, .copy [id*='-f']")].filter(e => e.tabIndex < 0 && !e.querySelector("a, button, input, [tabindex='0']"));
		return miss.map(e => e.tagName + "#" + e.id).join();
	})()`)
	if reached != "" {
		t.Errorf("out of the keyboard's reach: %s", reached)
	}
	b.eval(`document.querySelector("#p1-f2").focus()`)
	for _, kind := range []string{"rawKeyDown", "char", "keyUp"} {
		b.call("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13})
	}
	if got := b.eval(`document.querySelector(".card").hidden ? "" : document.querySelector(".card .figure").textContent`); got != "12.4%" {
		t.Errorf("the return key opens %q", got)
	}
	if got := b.eval(`(() => { const s = getComputedStyle(document.querySelector("#p1-f2")); return s.outlineStyle + " " + parseFloat(s.outlineWidth); })()`); strings.HasPrefix(got, "none") || strings.HasSuffix(got, " 0") {
		t.Errorf("what has the focus is outlined %q", got)
	}
	if got := b.eval(`[...document.querySelectorAll("input, button, svg")].filter(e => !(e.labels?.length || e.textContent.trim() || e.ariaLabel || e.ariaHidden || e.title)).map(e => e.outerHTML.slice(0, 60)).join("\n")`); got != "" {
		t.Errorf("without a name:\n%s", got)
	}
	if got := b.eval(`document.documentElement.lang`); got == "" {
		t.Error("the page doesn't say its language")
	}
}
