package report

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// element is the writer of XML: hand-made, so that a report can be written as
// it comes. Text and values are escaped; what XML can't hold becomes U+FFFD.
type element struct {
	strings.Builder
}

// open writes a start tag with attributes, given as names and values in turn;
// an attribute without a value is left out.
func (e *element) open(name string, attrs ...string) { e.tag(name, ">", attrs) }

// empty writes an element without content.
func (e *element) empty(name string, attrs ...string) { e.tag(name, "/>\n", attrs) }

func (e *element) tag(name, end string, attrs []string) {
	e.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			e.WriteString(" " + attrs[i] + `="`)
			e.text(attrs[i+1])
			e.WriteByte('"')
		}
	}
	e.WriteString(end)
}

// text writes character data. A Builder never fails.
func (e *element) text(s string) { _ = xml.EscapeText(e, []byte(s)) }

func (e *element) close(name string) { e.WriteString("</" + name + ">\n") }

// filled writes an element that holds nothing but text.
func (e *element) filled(name, text string, attrs ...string) {
	e.open(name, attrs...)
	e.text(text)
	e.close(name)
}

// number returns a number of a place as an attribute; 0 stands for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
