package checker_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestEveryMessageIsInBothLanguages walks all sentences of the program, which
// are pairs of ZH and EN: neither may be missing, each must be in its language,
// and both must take the same arguments.
func TestEveryMessageIsInBothLanguages(t *testing.T) {
	n := 0
	for _, f := range goFiles(t, "..") {
		if f.test {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, f.name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			lit, ok := node.(*ast.CompositeLit)
			if !ok {
				return true
			}
			zh, en, pair := sentences(lit)
			if !pair {
				return true
			}
			n++
			for _, s := range checkSentences(zh, en) {
				t.Errorf("%s: %s", fset.Position(lit.Pos()), s)
			}
			return true
		})
	}
	if n < 300 {
		t.Errorf("only %d messages were found", n)
	}
}

// words is one side of a message: its constant parts joined, and whether there
// is more to it than those.
type words struct {
	text string
	more bool
	set  bool
}

// sentences returns the two sides of a message; pair is false for other
// literals.
func sentences(lit *ast.CompositeLit) (zh, en words, pair bool) {
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok || key.Name != "ZH" && key.Name != "EN" {
			continue
		}
		pair = true
		into := &en
		if key.Name == "ZH" {
			into = &zh
		}
		into.set = true
		into.read(kv.Value)
	}
	return zh, en, pair
}

// read gathers the string constants of an expression.
func (w *words) read(e ast.Expr) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil {
			w.text += s
		}
	case *ast.BinaryExpr:
		w.read(e.X)
		w.read(e.Y)
	default:
		w.more = true
	}
}

var (
	verb    = regexp.MustCompile(`%[-+0-9.]*(?:\[(\d+)\])?([a-zA-Z])`)
	quoted  = regexp.MustCompile(`“[^”]*”|"[^"]*"|` + "`[^`]*`")
	command = regexp.MustCompile(`(?i)hegao|https?|%|[-a-z]+\.[a-z]+`)
)

// checkSentences says what is wrong with a message.
func checkSentences(zh, en words) (wrong []string) {
	for lang, w := range map[string]words{"ZH": zh, "EN": en} {
		if !w.set || w.text == "" && !w.more {
			wrong = append(wrong, "there is no "+lang+" for “"+zh.text+en.text+"”")
		}
	}
	if len(wrong) > 0 || zh.more || en.more {
		return wrong
	}
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, verb.ReplaceAllString(zh.text, ""))
	if letters != "" && !hasHan(zh.text) && strings.TrimSpace(zh.text) != en.text && !command.MatchString(zh.text) {
		wrong = append(wrong, "the Chinese isn't Chinese: "+zh.text)
	}
	// English may name the Chinese words that it is about, in quotation marks or
	// by themselves, but not run on in Chinese.
	if han := count(quoted.ReplaceAllString(en.text, ""), unicode.Han); han > len(strings.Fields(en.text)) {
		wrong = append(wrong, "the English isn't English: "+en.text)
	}
	for form := range strings.SplitSeq(en.text, "|") {
		if verb.MatchString(form) || verb.MatchString(zh.text) {
			if !sameArguments(zh.text, form) {
				wrong = append(wrong, "“"+zh.text+"” and “"+form+"” take different arguments")
			}
		}
	}
	return wrong
}

func hasHan(s string) bool { return count(s, unicode.Han) > 0 }

func count(s string, in *unicode.RangeTable) (n int) {
	for _, r := range s {
		if unicode.Is(in, r) {
			n++
		}
	}
	return n
}

// arguments lists the arguments that a format takes by their numbers; indexed
// says that it names them, so that it may leave some out.
func arguments(format string) (taken map[int]string, indexed bool) {
	taken = map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(format, "%%", ""), -1) {
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
			indexed = true
		}
		taken[next] = m[2]
		next++
	}
	return taken, indexed
}

// sameArguments reports whether two formats can be filled from one list: what
// both take is of one type, and none that doesn't number its arguments leaves
// any over.
func sameArguments(a, b string) bool {
	x, xi := arguments(a)
	y, yi := arguments(b)
	for n, v := range x {
		if w, both := y[n]; both && v != w {
			return false
		}
	}
	return len(x) == len(y) || len(x) < len(y) && xi || len(y) < len(x) && yi
}

func TestCheckSentences(t *testing.T) {
	text := func(s string) words { return words{text: s, set: true} }
	for _, c := range []struct {
		zh, en words
		ok     bool
	}{
		{text("没有%s"), text("no %s"), true},
		{text("没有"), words{}, false},
		{words{}, text("no"), false},
		{text(""), text("no"), false},
		{text("none of it"), text("none"), false},
		{text("没有"), text("没有什么"), false},
		{text("%s没有%q"), text("no %s"), false},
		{text("%s没有%d"), text("no %[1]s"), true},
		{text("%s没有%d"), text("no %[2]s"), false},
		{text("有%d处"), text("%d place|%d places"), true},
		{text("有%d处"), text("one place|%d places"), false},
		{text("±%s"), text("±%s"), true},
	} {
		if got := checkSentences(c.zh, c.en); (len(got) == 0) != c.ok {
			t.Errorf("%+v, %+v: %v", c.zh, c.en, got)
		}
	}
}
