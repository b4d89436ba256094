package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
)

// asHTML renders Markdown as GitHub does, with another's reader.
func asHTML(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownIsReadAsMeant(t *testing.T) {
	got := asHTML(t, render(t, check(report.Options{}), "markdown", resultZH(t), resultClean()))
	for _, want := range []string{
		"<h2>核稿：错误2处，警告1处，提示1处</h2>", "<h3>要闻/江城.md</h3>", "<code>total-parts-mismatch</code>",
		"<blockquote>\n<p>前11个月，全市进出口总值<del>860.5亿元</del><ins><b>850.5亿元</b></ins>，其中",
		"12月16日（<mark>星期三</mark>），新码头开港。",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s isn't in\n%s", want, got)
		}
	}
	if strings.Contains(got, "clean.txt") {
		t.Error("a clean page takes room")
	}
	if got := asHTML(t, render(t, check(report.Options{}), "markdown", resultClean())); !strings.Contains(got, "核稿：没有发现问题") {
		t.Errorf("got %s", got)
	}
}

// Nothing in copy, names or messages is markup, calls somebody or links.
func TestMarkdownIsInert(t *testing.T) {
	text := "# 标题\n1. 12,5% <b>\"增长\"</b>\n"
	r := hostile()
	r.File.Text = text
	r.Findings[0].Span = spanOf(t, text, "12,5%", 0)
	r.Findings[0].Fixes = nil
	got := asHTML(t, render(t, check(report.Options{}), "markdown", r, hostile()))
	for _, bad := range []string{"<x>", "@someone", "#12", "<code>code", "<strong>b", "<a ", "<ol>", "<del>s", "<b>\"", "<table"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s is in\n%s", bad, got)
		}
	}
	if !strings.Contains(got, "<p>1. <mark>12,5%</mark> &lt;b&gt;&quot;增长") {
		t.Errorf("got\n%s", got)
	}
}

// Whatever is found, the report fits a comment, and what is missing is counted.
func TestMarkdownFitsAComment(t *testing.T) {
	var rs []*checker.Result
	const files = 400
	for i := range files {
		r := resultZH(t)
		r.Path = fmt.Sprintf("版面/%03d.md", i)
		rs = append(rs, r)
	}
	got := render(t, check(report.Options{}), "markdown", rs...)
	if len(got) > 65_000 || len(got) < 50_000 {
		t.Errorf("%d bytes", len(got))
	}
	listed := strings.Count(got, "\n- ")
	if want := fmt.Sprintf("另有%d处放不下", files*4-listed); !strings.Contains(got, want) || listed < 50 {
		t.Errorf("%d are listed, and the end isn't %q: %s", listed, want, got[len(got)-200:])
	}
	if !strings.Contains(got, "核稿：错误800处，警告400处，提示400处") {
		t.Error("the summary counts only what is listed")
	}
	one := hostile()
	one.Findings[0].Message = strings.Repeat("长", 100_000)
	if got := render(t, check(report.Options{}), "markdown", one); len(got) > 1000 || !strings.Contains(got, "另有1处") {
		t.Errorf("%d bytes", len(got))
	}
}

func TestFailuresFollowFailOn(t *testing.T) {
	for level, want := range map[string]int{"": 2, "error": 2, "warning": 3, "info": 4, "never": 0} {
		got := strings.Count(render(t, check(report.Options{FailOn: level}), "junit", resultZH(t)), "<failure ")
		if got != want {
			t.Errorf("%q: %d failures, want %d", level, got, want)
		}
	}
	if finding.Error.String() != "error" {
		t.Error("the levels have other names")
	}
}
