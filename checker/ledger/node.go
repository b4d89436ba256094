package ledger

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/finding"
)

// scalar is a value as it is written in a file, with its place.
type scalar struct {
	Text  string
	Pos   Pos
	plain bool // written without quotes
	broad int  // characters it takes in the file; 0 for those of Text
}

// set reports whether the value was written and isn't empty.
func (s scalar) set() bool { return s.Text != "" }

func (s scalar) length() int {
	if s.broad > 0 {
		return s.broad
	}
	n := utf8.RuneCountInString(s.Text)
	if !s.plain {
		n += 2
	}
	return n
}

// pair is a key of the reader's own choosing with its value.
type pair struct {
	Key, Value scalar
}

// budget bounds the nodes that one file may have once its aliases are expanded.
const (
	nodeBudget = 20_000_000
	depthLimit = 64
)

// parse reads the YAML documents of a file. What the parser rejects is looked
// at again line by line for the slips that people make, which are reported
// under their own names.
func (r *fileReader) parse(text string) []*yaml.Node {
	var docs []*yaml.Node
	dec := yaml.NewDecoder(strings.NewReader(text))
	for {
		var n yaml.Node
		err := dec.Decode(&n)
		if errors.Is(err, io.EOF) {
			return docs
		}
		if err != nil {
			r.broken = true
			if !r.slips(text) {
				r.syntax(err)
			}
			return nil
		}
		docs = append(docs, &n)
	}
}

// syntax reports an error of the parser.
func (r *fileReader) syntax(err error) {
	line, column, reason := 1, 1, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		line, column = max(load.Mark.Line, 1), max(load.Mark.Column, 1)
		if c := load.ContextMark; c.Line > 0 && strings.Contains(load.Message, "unexpected end of stream") {
			line, column = c.Line, max(c.Column, 1) // where the quotation begins
		}
		if load.Message != "" {
			reason = load.Message
		}
	}
	why := yamlReason(reason)
	r.add(Pos{r.name, line, column}, 1, finding.Text{ZH: say(msgYAML, why.ZH).ZH, EN: say(msgYAML, why.EN).EN})
}

// yamlReasons say in both languages what the parser's commonest errors mean.
var yamlReasons = []struct {
	part string
	text finding.Text
}{
	{"did not find expected key", finding.Text{ZH: "这一行的缩进与上面的键不齐，或缺“键: ”", EN: "this line isn't aligned with the keys above it, or has no “key: ”"}},
	{"could not find expected ':'", finding.Text{ZH: "键后面缺半角冒号和空格“: ”", EN: "a key without its colon and blank (: )"}},
	{"mapping values are not allowed", finding.Text{ZH: "值里又出现了“: ”；请给整个值加引号，或检查缩进", EN: "a second “: ” in one value; put the value in quotes, or check the indentation"}},
	{"found unexpected end of stream", finding.Text{ZH: "引号没有配对", EN: "a quotation mark isn't closed"}},
	{"did not find expected ',' or ']'", finding.Text{ZH: "方括号没有配对，或项目之间缺逗号", EN: "a bracket [ isn't closed, or a comma is missing between items"}},
	{"did not find expected ',' or '}'", finding.Text{ZH: "花括号没有配对，或项目之间缺逗号", EN: "a brace { isn't closed, or a comma is missing between items"}},
	{"did not find expected '-' indicator", finding.Text{ZH: "列表里的这一项没有以“- ”开头，或缩进不齐", EN: "an item of the list doesn't begin with “- ”, or isn't aligned"}},
	{"found character that cannot start any token", finding.Text{ZH: "值不能以这个字符开头，请加引号", EN: "a value can't begin with this character; put it in quotes"}},
	{"unknown anchor", finding.Text{ZH: "“*”引用的名称没有用“&”定义过；若是文字请加引号", EN: "“*” refers to a name that no “&” defines; put it in quotes if it is text"}},
	{"control characters are not allowed", finding.Text{ZH: "含有控制字符", EN: "it holds a control character"}},
	{"invalid", finding.Text{ZH: "含有不合法的字节，编码应为 UTF-8", EN: "it holds invalid bytes; the encoding must be UTF-8"}},
}

func yamlReason(reason string) finding.Text {
	for _, y := range yamlReasons {
		if strings.Contains(reason, y.part) {
			return y.text
		}
	}
	return finding.Text{ZH: reason, EN: reason}
}

// slips looks for a full-width colon behind a key, a tab in the indentation and
// a colon without its blank, and reports each place. It reports whether there
// were any.
func (r *fileReader) slips(text string) bool {
	found := false
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r")
		body := strings.TrimLeft(line, " \t-")
		lead := line[:len(line)-len(body)]
		if body == "" || body[0] == '#' {
			continue
		}
		column := utf8.RuneCountInString(lead) + 1
		if i := strings.IndexByte(lead, '\t'); i >= 0 {
			r.add(Pos{r.name, n + 1, i + 1}, 1, msgTab)
			found = true
		}
		if key := slipKey(body, "："); key != "" {
			r.add(Pos{r.name, n + 1, column + utf8.RuneCountInString(key)}, 1, say(msgFullColon, key))
			found = true
		} else if key := slipKey(body, ":"); key != "" && knownKey(key) {
			r.add(Pos{r.name, n + 1, column + utf8.RuneCountInString(key)}, 1, say(msgNoBlank, key))
			found = true
		}
	}
	return found
}

// slipKey returns the key that a line begins with when the given colon follows
// it, and nothing that YAML takes for the end of a key comes before.
func slipKey(body, colon string) string {
	i := strings.Index(body, colon)
	if i <= 0 || i > 64 {
		return ""
	}
	key, rest := strings.TrimRight(body[:i], " "), body[i+len(colon):]
	if strings.ContainsAny(key, "\"'#{}[],:：") {
		return ""
	}
	if strings.ContainsRune(key, ' ') || colon == ":" && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
		return ""
	}
	return key
}

// scalarOf returns the text of a node that holds one value. Null is no value.
func (r *fileReader) scalarOf(n *yaml.Node) scalar {
	s := scalar{Text: n.Value, Pos: r.pos(n), plain: n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0}
	if s.plain && (n.Value == "~" || strings.EqualFold(n.Value, "null")) {
		s.Text = ""
	}
	return s
}

func (r *fileReader) pos(n *yaml.Node) Pos { return Pos{r.name, n.Line, n.Column} }

// follow returns the node that an alias stands for.
func follow(n *yaml.Node) *yaml.Node {
	for i := 0; n != nil && n.Kind == yaml.AliasNode && i < depthLimit; i++ {
		n = n.Alias
	}
	return n
}
