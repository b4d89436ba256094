package fix

import (
	"path"
	"strings"
)

// header returns the three lines that name the file of a diff, in the form of
// git. The names get git's prefixes a/ and b/.
func header(oldName, newName string) []byte {
	a, b := "a/"+patchPath(oldName), "b/"+patchPath(newName)
	var h strings.Builder
	h.WriteString("diff --git " + quoteName(a) + " " + quoteName(b) + "\n")
	h.WriteString("--- " + endName(a) + "\n")
	h.WriteString("+++ " + endName(b) + "\n")
	return []byte(h.String())
}

// patchPath returns a path as patches write it: with slashes, without "./",
// and without the slash that would make it absolute.
func patchPath(name string) string {
	return strings.TrimPrefix(path.Clean(name), "/")
}

// quoteName returns a name as git reads it: as it stands, or within quotes
// with C escapes when it holds a quote, a backslash or a control character.
// Other characters stay as they are, in any script.
func quoteName(name string) string {
	if strings.IndexFunc(name, needsEscape) < 0 {
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(name); i++ {
		writeEscaped(&b, name[i])
	}
	b.WriteByte('"')
	return b.String()
}

// endName is quoteName for the lines that hold one name only: there git ends
// a name with spaces in it by a tab, lest what follows be taken for a date.
func endName(name string) string {
	quoted := quoteName(name)
	if quoted == name && strings.Contains(name, " ") {
		return name + "\t"
	}
	return quoted
}

func needsEscape(r rune) bool { return r < ' ' || r == 0x7f || r == '"' || r == '\\' }

const shortEscapes = "\aa\bb\tt\nn\vv\ff\rr\"\"\\\\"

func writeEscaped(b *strings.Builder, c byte) {
	if !needsEscape(rune(c)) {
		b.WriteByte(c)
		return
	}
	b.WriteByte('\\')
	for i := 0; i < len(shortEscapes); i += 2 {
		if shortEscapes[i] == c {
			b.WriteByte(shortEscapes[i+1])
			return
		}
	}
	b.WriteByte('0' + c>>6)
	b.WriteByte('0' + c>>3&7)
	b.WriteByte('0' + c&7)
}
