package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// htmlKinds are the elements that make a block of their own, and what it is; the
// zero kind stands for what the surroundings say.
var htmlKinds = map[string]Kind{
	"figcaption": Caption, "caption": Caption, "h1": Subhead, "h2": Subhead, "h3": Subhead, "h4": Subhead,
	"h5": Subhead, "h6": Subhead, "li": ListItem, "blockquote": Quote,
	"p": Paragraph, "div": Paragraph, "br": Paragraph, "figure": Paragraph, "section": Paragraph,
	"article": Paragraph, "table": Paragraph, "tr": Paragraph, "td": Paragraph, "th": Paragraph,
	"ul": Paragraph, "ol": Paragraph, "img": Paragraph, "hr": Paragraph,
}

// htmlHidden are the elements whose content no reader sees.
var htmlHidden = map[string]bool{"script": true, "style": true, "template": true, "head": true, "pre": true, "code": true}

// html reads the words of a block of HTML: tags are left out, comments too, but
// for directives.
func (m *markdownReader) html(n *ast.HTMLBlock, kind Kind) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, end := m.base+lines.At(0).Start, m.base+lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		end = max(end, m.base+n.ClosureLine.Stop)
	}
	m.htmlText(start, end, kind)
}

func (m *markdownReader) htmlText(start, end int, kind Kind) {
	from, now, hidden := m.b.Len(), kind, ""
	for at := start; at < end; {
		open := strings.IndexByte(m.text[at:end], '<')
		if open < 0 {
			open = end - at
		}
		if hidden == "" {
			m.addWords(at, at+open, false)
		}
		if at += open; at >= end {
			break
		}
		size, name, closing := tag(m.text[at:end])
		switch {
		case name == "!--":
			if hidden == "" {
				m.directives(at, at+size)
			}
		case htmlHidden[name]:
			if closing && name == hidden {
				hidden = ""
			} else if !closing && hidden == "" {
				hidden = name
			}
		default:
			if k, ok := htmlKinds[name]; ok {
				m.finish(from, Block{Kind: now})
				from, now = m.b.Len(), kind
				if !closing && k != Paragraph {
					now = k
				}
			}
		}
		at += size
	}
	m.finish(from, Block{Kind: now})
}

// tag reads the tag or comment at the beginning of s: its size and, in lower
// case, its name. What isn't closed goes on to the end of s.
func tag(s string) (size int, name string, closing bool) {
	if strings.HasPrefix(s, commentOpen) {
		if i := strings.Index(s, commentClose); i >= 0 {
			return i + len(commentClose), "!--", false
		}
		return len(s), "!--", false
	}
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return len(s), "", false
	}
	inside := s[1:end]
	inside, closing = strings.CutPrefix(inside, "/")
	if i := strings.IndexAny(inside, " \t\r\n/"); i >= 0 {
		inside = inside[:i]
	}
	return end + 1, strings.ToLower(inside), closing
}
