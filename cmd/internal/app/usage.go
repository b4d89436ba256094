package app

import (
	"fmt"
	"strings"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/source/excerpt"
)

// usageError is a command line that can't be carried out: exit code 2.
type usageError struct {
	text finding.Text
	tips []finding.Text
}

func usagef(t finding.Text) *usageError { return &usageError{text: t} }

// wrongValue puts what the flag parser says of a value in words of our own.
func wrongValue(err error) *usageError {
	var value, name string
	if n, _ := fmt.Sscanf(err.Error(), "invalid value %q for flag -%s", &value, &name); n == 2 {
		name = "--" + strings.TrimSuffix(name, ":")
		return usagef(finding.Text{ZH: name + " 不能是 “" + value + "”", EN: name + " can't be “" + value + "”"})
	}
	return usagef(finding.Text{ZH: "选项有误：" + err.Error(), EN: err.Error()})
}

// hint adds a line that says what to do instead.
func (e *usageError) hint(t finding.Text) *usageError {
	e.tips = append(e.tips, t)
	return e
}

// didYouMean adds the name that was probably meant, if one is near enough.
func (e *usageError) didYouMean(prefix, got string, names []string) *usageError {
	near := excerpt.Suggest(got, names)
	if len(near) == 0 {
		return e
	}
	return e.hint(finding.Text{
		ZH: "是不是想写 " + prefix + near[0] + "？",
		EN: "did you mean " + prefix + near[0] + "?",
	})
}

// Message returns the message in lang: the mistake, then a line for each tip.
func (e *usageError) Message(lang string) string {
	s := e.text.In(lang)
	for _, t := range e.tips {
		s += "\n  " + t.In(lang)
	}
	return s
}

// Error returns the message in English.
func (e *usageError) Error() string { return e.Message("en") }
