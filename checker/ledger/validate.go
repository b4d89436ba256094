package ledger

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
	"go.yaml.in/yaml/v4"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/period"
)

// tagMessages says what each tag of the raw types means: {a} is the key, {b}
// the tag's parameter, {c} what was written.
var tagMessages = map[string]finding.Text{
	"required":             {ZH: "缺少“{a}”", EN: "“{a}” is missing"},
	"required_with":        {ZH: "缺少“{a}”", EN: "“{a}” is missing"},
	"required_without_all": {ZH: "没有数值：至少要写 value、growth、change、rank 中的一项", EN: "there is no number here: write at least one of value, growth, change, rank"},
	"version":              {ZH: "台账的版本应为 ledger/v1，不能是“{c}”", EN: "the version must be ledger/v1, not “{c}”"},
	"date":                 {ZH: "“{a}”应为日期，如 2025-11-30，不能是“{c}”", EN: "“{a}” must be a date such as 2025-11-30, not “{c}”"},
	"url":                  {ZH: "“{a}”应为网址，不能是“{c}”", EN: "“{a}” must be a web address, not “{c}”"},
	"oneof":                {ZH: "“{a}”只能是 {b} 之一，不能是“{c}”", EN: "“{a}” must be one of {b}, not “{c}”"},
	"min":                  {ZH: "“{a}”至少要有{b}项", EN: "“{a}” needs at least {b} entries"},
	"len":                  {ZH: "“{a}”应有{b}项", EN: "“{a}” needs exactly {b} entries"},
	"whole":                {ZH: "“{a}”应为正整数，不能是“{c}”", EN: "“{a}” must be a whole number above 0, not “{c}”"},
	"decimal":              {ZH: "“{a}”应为正数，如 7.2，不能是“{c}”", EN: "“{a}” must be a number above 0 such as 7.2, not “{c}”"},
	"truth":                {ZH: "“{a}”只能是 true 或 false，不能是“{c}”", EN: "“{a}” must be true or false, not “{c}”"},
	"currencies":           {ZH: "“{a}”应为两种货币，如 美元/元，不能是“{c}”", EN: "“{a}” must be two currencies such as USD/CNY, not “{c}”"},
}

// silentTags steer the validator and never fail themselves.
var silentTags = map[string]bool{"omitempty": true, "dive": true, "-": true}

var checks = map[string]func(string) bool{
	"version":    func(s string) bool { return s == "ledger/v1" },
	"date":       func(s string) bool { _, ok := parseDate(s); return ok },
	"whole":      func(s string) bool { n, err := strconv.Atoi(s); return err == nil && n > 0 },
	"decimal":    func(s string) bool { q, ok := parseNumber(s); return ok && q.Sign() > 0 },
	"truth":      func(s string) bool { _, ok := truths[strings.ToLower(s)]; return ok },
	"currencies": func(s string) bool { _, _, ok := parsePair(s); return ok },
}

var structs = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		return key
	})
	v.RegisterCustomTypeFunc(func(f reflect.Value) any { return f.Field(0).String() }, scalar{})
	for tag, check := range checks {
		// The error is for an empty tag name, which the table doesn't hold.
		_ = v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return check(f.Field().String()) })
	}
	return v
})

// validation is a check of a file's tags that runs beside what else is done with
// the file, which it only reads.
type validation struct {
	reader *fileReader
	root   *yaml.Node
	done   chan struct{}
	errors validator.ValidationErrors
	fault  any // what the validator panicked with
}

// validate begins to check a file by the tags of the raw types.
func (r *fileReader) validate(file *rawFile, root *yaml.Node) *validation {
	v := &validation{reader: r, root: root, done: make(chan struct{})}
	go func() {
		defer close(v.done)
		defer func() { v.fault = recover() }()
		v.errors, _ = structs().Struct(file).(validator.ValidationErrors)
	}()
	return v
}

// report waits for the check and reports what the tags don't allow.
func (v *validation) report() {
	<-v.done
	if v.fault != nil {
		panic(v.fault)
	}
	r := v.reader
	for _, e := range v.errors {
		written, _ := e.Value().(string)
		_, path, _ := strings.Cut(e.Namespace(), ".")
		at, exact := r.locate(v.root, path)
		field, param := e.Field(), e.Param()
		if e.Tag() == "oneof" {
			param = strings.ReplaceAll(param, " ", ", ")
		}
		p := r.add(at, max(len([]rune(written)), 1), say(tagMessages[e.Tag()], field, param, written))
		if e.Tag() == "oneof" && exact {
			p.Meant = r.suggest(e.Param(), written, func() []string { return strings.Fields(e.Param()) })
		}
	}
}

// locate returns the place of a validator's path ("figures[3].source.date") in
// the file. Where the path leads to nothing, it is the place of the record that
// lacks it, and exact is false.
func (r *fileReader) locate(root *yaml.Node, path string) (at Pos, exact bool) {
	n := follow(root)
	for path != "" && n != nil {
		var part string
		part, path, _ = strings.Cut(path, ".")
		key, index, _ := strings.Cut(part, "[")
		next := child(n, key)
		if next == nil {
			return r.pos(n), false
		}
		n = next
		if i, err := strconv.Atoi(strings.TrimSuffix(index, "]")); err == nil && n.Kind == yaml.SequenceNode && i < len(n.Content) {
			n = follow(n.Content[i])
		}
	}
	if n == nil {
		return Pos{r.name, 1, 1}, false
	}
	return r.pos(n), true
}

// child returns the value of a key of a mapping, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := follow(n.Content[i]); k != nil && k.Value == key {
			return follow(n.Content[i+1])
		}
	}
	return nil
}

func parseDate(s string) (period.Date, bool) {
	p, err := period.ParseISO(s)
	return p.Start, err == nil && p.IsPoint() && p.Known() && p.Grain == period.Day
}
