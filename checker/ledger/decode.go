package ledger

import (
	"reflect"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/ledger/table"
)

// fileReader turns one file into raw records.
type fileReader struct {
	*problems
	name   string
	sheet  *table.Sheet
	budget int
	broken bool // the form is so wrong that what would follow from it is noise

	validations []*validation // that run
}

// shape is what the decoder knows of a raw type.
type shape struct {
	keys  []string
	field map[string]int
	at    int // the field that takes the position, or -1
	short int // the field that a bare value stands for, or -1
	rest  int // the field that takes other keys, or -1
}

var shapes sync.Map // reflect.Type → *shape

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{field: map[string]int{}, at: -1, short: -1, rest: -1}
	for i := range t.NumField() {
		key, option, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		switch {
		case key == "-":
			if t.Field(i).Type == posType {
				s.at = i
			}
			continue
		case option == "rest":
			s.rest = i
			continue
		case option == "short":
			s.short = i
		}
		s.field[key] = i
		s.keys = append(s.keys, key)
	}
	shapes.Store(t, s)
	return s
}

// knownKey reports whether some record of a ledger has the key.
func knownKey(key string) bool { return allKeys()[key] }

var allKeys = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || t == scalarType || t == pairType || t == posType {
			return
		}
		for _, k := range shapeOf(t).keys {
			keys[k] = true
		}
		for i := range t.NumField() {
			walk(t.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[rawFile]())
	return keys
})

var (
	scalarType = reflect.TypeFor[scalar]()
	pairType   = reflect.TypeFor[pair]()
	posType    = reflect.TypeFor[Pos]()
	figureType = reflect.TypeFor[rawFigure]()
)

// value decodes a node into a field of a raw record. key names the field.
func (r *fileReader) value(n *yaml.Node, v reflect.Value, key string, depth int) {
	n = follow(n)
	if r.budget--; n == nil || depth > depthLimit || r.budget < 0 {
		if !r.broken && n != nil {
			r.add(r.pos(n), 1, msgDeep)
		}
		r.broken = true
		return
	}
	switch t := v.Type(); {
	case t == scalarType:
		r.scalarValue(n, v.Addr().Interface().(*scalar), key)
	case t.Kind() == reflect.Slice && t.Elem() == pairType:
		*v.Addr().Interface().(*[]pair) = r.pairs(n, key, depth)
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		r.record(n, v.Elem(), key, depth)
	case t.Kind() == reflect.Slice:
		r.sequence(n, v, key, depth)
	default:
		r.record(n, v, key, depth)
	}
}

func (r *fileReader) scalarValue(n *yaml.Node, s *scalar, key string) {
	if n.Kind != yaml.ScalarNode {
		r.add(r.pos(n), 1, say(msgWantText, key))
		r.broken = true
		return
	}
	*s = r.scalarOf(n)
}

// sequence decodes a list; a single value counts as a list of one.
func (r *fileReader) sequence(n *yaml.Node, v reflect.Value, key string, depth int) {
	if n.Kind == yaml.ScalarNode && !r.scalarOf(n).set() {
		return
	}
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		if n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0 && item.Kind == yaml.ScalarNode && strings.Contains(item.Value, "，") && r.scalarOf(item).plain {
			r.at(r.scalarOf(item), msgFullComma)
		}
		r.value(item, list.Index(i), key, depth+1)
	}
	v.Set(list)
}

// record decodes a mapping into a struct.
func (r *fileReader) record(n *yaml.Node, v reflect.Value, key string, depth int) {
	s := shapeOf(v.Type())
	if s.at >= 0 {
		*v.Field(s.at).Addr().Interface().(*Pos) = r.pos(n)
	}
	if n.Kind == yaml.ScalarNode {
		switch word := r.scalarOf(n); {
		case !word.set():
		case s.short >= 0 && !(word.plain && hasKey(s, slipKey(word.Text, "："))):
			r.value(n, v.Field(s.short), key, depth+1)
		default:
			r.notRecord(word, key)
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		r.add(r.pos(n), 1, say(msgWantMap, key))
		r.broken = true
		return
	}
	r.each(n, depth, func(k scalar, value *yaml.Node) {
		i, ok := s.field[k.Text]
		if ok {
			r.value(value, v.Field(i), k.Text, depth+1)
			return
		}
		if s.rest < 0 || value.Kind != yaml.ScalarNode || !r.scalarOf(value).set() {
			r.unknownKey(k, value, n, s.keys)
			return
		}
		rest := v.Field(s.rest).Addr().Interface().(*[]pair)
		*rest = append(*rest, pair{k, r.scalarOf(value)})
	})
}

// hasKey reports whether a record has the key.
func hasKey(s *shape, key string) bool { _, ok := s.field[key]; return ok && key != "" }

// notRecord reports a bare value where keys were wanted.
func (r *fileReader) notRecord(word scalar, key string) {
	r.broken = true
	if name := slipKey(word.Text, "："); name != "" {
		r.add(Pos{word.Pos.File, word.Pos.Line, word.Pos.Column + len([]rune(name))}, 1, say(msgFullColon, name))
		return
	}
	r.at(word, say(msgWantMap, key))
}

// pairs decodes a mapping whose keys are the writer's own; a bare value has an
// empty key.
func (r *fileReader) pairs(n *yaml.Node, key string, depth int) []pair {
	if n.Kind == yaml.ScalarNode {
		if s := r.scalarOf(n); s.set() {
			return []pair{{Value: s}}
		}
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.add(r.pos(n), 1, say(msgWantMap, key))
		r.broken = true
		return nil
	}
	var list []pair
	r.each(n, depth, func(k scalar, value *yaml.Node) {
		p := pair{Key: k}
		r.value(value, reflect.ValueOf(&p.Value).Elem(), k.Text, depth+1)
		if p.Value.set() {
			list = append(list, p)
		}
	})
	return list
}

// each calls f for the keys of a mapping in their order, those that << merges
// in last, and reports keys that stand twice.
func (r *fileReader) each(n *yaml.Node, depth int, f func(k scalar, value *yaml.Node)) {
	var few [24]string
	seen := few[:0]
	r.eachKey(n, depth, &seen, false, f)
}

func (r *fileReader) eachKey(n *yaml.Node, depth int, seen *[]string, merged bool, f func(k scalar, value *yaml.Node)) {
	var merge []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, value := follow(n.Content[i]), follow(n.Content[i+1])
		if r.budget--; k == nil || value == nil || r.budget < 0 || depth > depthLimit {
			r.broken = true
			return
		}
		if k.Kind != yaml.ScalarNode {
			r.add(r.pos(k), 1, say(msgWantText, "key"))
			r.broken = true
			continue
		}
		if k.Value == "<<" && value.Kind == yaml.MappingNode {
			merge = append(merge, value)
			continue
		}
		if r.isSeen(*seen, k.Value) {
			if !merged {
				r.at(r.scalarOf(k), say(msgDoubleKey, k.Value))
			}
			continue
		}
		*seen = append(*seen, k.Value)
		f(r.scalarOf(k), value)
	}
	for _, m := range merge {
		r.eachKey(m, depth+1, seen, true, f)
	}
}

// isSeen looks among a handful of keys; a record with very many is refused.
func (r *fileReader) isSeen(seen []string, key string) bool {
	for _, s := range seen {
		if s == key {
			return true
		}
	}
	if len(seen) > 2000 {
		r.broken = true
		r.budget = 0
		r.add(Pos{r.name, 1, 1}, 1, msgDeep)
	}
	return false
}

// unknownKey names what an unknown key most likely is: a value cut in two by
// its comma, a key with a full-width colon, or a slip of the fingers.
func (r *fileReader) unknownKey(k scalar, value, record *yaml.Node, keys []string) {
	empty := value.Kind == yaml.ScalarNode && !r.scalarOf(value).set()
	if empty && record.Style&yaml.FlowStyle != 0 {
		if head := before(record, k); head != "" && k.Text != "" && isDigit(head[len(head)-1]) && isDigit(k.Text[0]) {
			r.at(k, say(msgSplitComma, head, k.Text))
			return
		}
	}
	if name := slipKey(k.Text, "："); name != "" {
		r.broken = true // what the key would have given is missing now
		r.add(Pos{k.Pos.File, k.Pos.Line, k.Pos.Column + len([]rune(name))}, 1, say(msgFullColon, name))
		return
	}
	r.at(k, say(msgUnknownKey, k.Text)).Meant = r.suggest(strings.Join(keys, " "), k.Text, func() []string { return keys })
}

// before returns the value that stands before a key in its record.
func before(record *yaml.Node, k scalar) string {
	for i := 2; i+1 < len(record.Content); i += 2 {
		if c := record.Content[i]; c.Line == k.Pos.Line && c.Column == k.Pos.Column {
			return record.Content[i-1].Value
		}
	}
	return ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// truths are the words that YAML's versions take for true and false.
var truths = map[string]bool{"true": true, "yes": true, "on": true, "是": true, "y": true,
	"false": false, "no": false, "off": false, "否": false, "n": false}

// noTruth reports a name that some YAML readers would take for true or false.
func (ps *problems) noTruth(s scalar) {
	if _, ok := truths[strings.ToLower(s.Text)]; ok && s.plain && s.Text[0] < 0x80 && len(s.Text) > 1 {
		ps.at(s, say(msgYesNo, s.Text))
	}
}

// decode fills a raw file from the root of a document.
func (r *fileReader) decode(root *yaml.Node, raw *rawFile) {
	root = follow(root)
	if root.Kind != yaml.MappingNode {
		r.broken = true
		r.add(r.pos(root), 1, msgNotLedger)
		return
	}
	r.record(root, reflect.ValueOf(raw).Elem(), "hegao: ledger/v1", 0)
}
