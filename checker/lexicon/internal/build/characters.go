package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characters writes what single Chinese characters are: functions for those of
// numerals, constants for sets of others.
func characters(fsys fs.FS) ([]byte, error) {
	var b bytes.Buffer
	if err := numeralFuncs(&b, fsys); err != nil {
		return nil, err
	}
	err := rows(fsys, "characters-zh.tsv", func(col []string) error {
		if len(col) < 3 || col[0] == "" || col[1] == "" {
			return fmt.Errorf("a name, its characters and what they decide are needed")
		}
		name := ""
		for _, part := range strings.Split(col[0], "-") {
			r, size := utf8.DecodeRuneInString(part)
			name += string(unicode.ToUpper(r)) + part[size:]
		}
		fmt.Fprintf(&b, "// Chars%s: %s.\nconst Chars%s = %q\n\n", name, col[2], name, col[1])
		return nil
	})
	return b.Bytes(), err
}

// numeralFuncs writes the functions that tell digits, tens and scales.
func numeralFuncs(b *bytes.Buffer, fsys fs.FS) error {
	byKind := map[string]map[int]string{"digit": {}, "tens": {}, "scale": {}}
	formal := ""
	err := rows(fsys, "numerals-zh.tsv", func(col []string) error {
		if len(col) < 3 || byKind[col[1]] == nil {
			return fmt.Errorf("characters, digit, tens or scale, and a value are needed")
		}
		n, err := strconv.Atoi(col[2])
		if err != nil {
			return err
		}
		byKind[col[1]][n] += col[0]
		if len(col) > 3 && col[3] == "1" {
			formal += col[0]
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, f := range []struct {
		kind, name, says string
		none             int
	}{
		{"digit", "HanDigit", "returns the value of a Han digit, or -1", -1},
		{"tens", "HanTens", "returns the tens that one character names, or 0", 0},
		{"scale", "HanScale", "returns the exponent of a Han scale, or 0", 0},
	} {
		fmt.Fprintf(b, "// %s %s.\nfunc %s(r rune) int {\nswitch r {\n", f.name, f.says, f.name)
		for n := range 16 {
			if runes := byKind[f.kind][n]; runes != "" {
				fmt.Fprintf(b, "case %s:\nreturn %d\n", quotedRunes(runes), n)
			}
		}
		fmt.Fprintf(b, "}\nreturn %d\n}\n\n", f.none)
	}
	fmt.Fprintf(b, "// HanFormal reports whether a numeral is one of accounts, as parts of names are too.\n"+
		"func HanFormal(r rune) bool {\nswitch r {\ncase %s:\nreturn true\n}\nreturn false\n}\n\n", quotedRunes(formal))
	return nil
}

func quotedRunes(s string) string {
	var list []string
	for _, r := range s {
		list = append(list, strconv.QuoteRune(r))
	}
	return strings.Join(list, ", ")
}

// rows calls f with the columns of every row of a data file.
func rows(fsys fs.FS, file string, f func(col []string) error) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s:%d: %v", file, n+1, err)
		}
	}
	return nil
}
