// Package titleconflict finds one name with two ranks of one post.
package titleconflict

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/checker/source"
	"github.com/hegao/hegao/rules/internal/tell"
)

//go:embed doc.md
var page string

// Rule reports 副省长张三 beside 省长张三.
var Rule = rule.New(page, finding.Terms, run, "ENT-04")

var (
	message = finding.Text{
		ZH: "“%s”在另一处是“%s”，职务不一致。",
		EN: "“%s” is “%s” elsewhere on the page.",
	}
	other = finding.Text{ZH: "另一处", EN: "the other place"}
)

// holder is a name with its post, and whether it is that of a deputy.
type holder struct {
	at     source.Range
	deputy bool
}

func run(p *rule.Pass) {
	seen := map[string]holder{}
	group := figure.Post
	if p.Doc.Lang == "en" {
		group = figure.PostEN
	}
	for _, r := range p.Page.WholeCues(group) {
		name, ok := nameBehind(p, r.End)
		h := holder{at: source.Range{Start: r.Start, End: name.End}}
		h.deputy, h.at.Start = deputy(p.Page.Text, r.Start)
		if !ok || past(p, h.at.Start) {
			continue
		}
		key := strings.ToLower(p.Text(r)) + " " + p.Text(name)
		g, ok := seen[key]
		switch {
		case !ok:
			seen[key] = h
		case g.deputy != h.deputy:
			p.Report(rule.Problem{
				Range: h.at, Severity: finding.Warning, Confidence: tell.Confidence(finding.Warning),
				Message: tell.Textf(message, p.Text(h.at), p.Text(g.at)), Related: []rule.Related{tell.Related(g.at, other)},
			})
			seen[key] = h
		}
	}
}

// deputy reports whether a post is that of a deputy, and where it begins then.
func deputy(text string, at int) (bool, int) {
	for _, w := range [...]string{"副", "deputy ", "Deputy ", "vice ", "Vice ", "vice-", "Vice-"} {
		if strings.HasSuffix(text[:at], w) {
			return true, at - len(w)
		}
	}
	return false, at
}

// past reports whether the words before a post say that it is one of another
// time.
func past(p *rule.Pass, at int) bool {
	for at > 0 && p.Page.Text[at-1] == ' ' {
		at--
	}
	_, ok := p.Page.CueBefore(figure.PostPast, at)
	return ok
}

// surnames are the commonest surnames, which nearly all names begin with.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤"

// enders are characters that no name goes on with.
const enders = "说表示在率到主出介强指一会调带告透认宣对向为将与和讲参陪走检听赴前作签被从又都今昨于及以时后致发通汇赶来去深实考看视、，。：；（“先女同等也还就已"

// nameBehind returns the name that stands right behind a post: two Chinese
// characters where the third can't belong to a name, else three; or two words
// with capitals.
func nameBehind(p *rule.Pass, at int) (source.Range, bool) {
	text := p.Page.Text
	if p.Doc.Lang == "en" {
		return englishName(text, at)
	}
	first, w := utf8.DecodeRuneInString(text[at:])
	if !strings.ContainsRune(surnames, first) {
		return source.Range{}, false
	}
	end := at + w
	for n := 1; n < 3; n++ {
		c, w := utf8.DecodeRuneInString(text[end:])
		if !unicode.Is(unicode.Han, c) || n == 2 && strings.ContainsRune(enders, c) {
			return source.Range{Start: at, End: end}, n == 2
		}
		end += w
	}
	return source.Range{Start: at, End: end}, true
}

func englishName(text string, at int) (source.Range, bool) {
	if at >= len(text) || text[at] != ' ' {
		return source.Range{}, false
	}
	start, end := at+1, at+1
	for n := range 2 {
		if n > 0 {
			if end >= len(text) || text[end] != ' ' {
				return source.Range{}, false
			}
			end++
		}
		if end >= len(text) || text[end] < 'A' || text[end] > 'Z' {
			return source.Range{}, false
		}
		for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z') {
			end++
		}
	}
	return source.Range{Start: start, End: end}, true
}
