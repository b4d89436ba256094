package ledger

import (
	"reflect"
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/ledger/packs"
)

// ReloadPacks reads the built-in events and places anew, for the benchmark.
func ReloadPacks() {
	Load([]File{{Name: packFile, Text: packs.Events}}, Options{})
	packs.Regions()
}

// TestEveryTagHasMessages walks the raw types and fails on a validation tag
// without words in both languages, and on words for a tag that nothing uses.
func TestEveryTagHasMessages(t *testing.T) {
	used := map[string]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || typ == scalarType || typ == pairType || typ == posType {
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			for _, part := range strings.Split(f.Tag.Get("validate"), ",") {
				tag, _, _ := strings.Cut(part, "=")
				if tag == "" || silentTags[tag] {
					continue
				}
				used[tag] = true
				if m := tagMessages[tag]; m.ZH == "" || m.EN == "" {
					t.Errorf("%s.%s: no message for %q", typ.Name(), f.Name, tag)
				}
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[rawFile]())
	for tag := range tagMessages {
		if !used[tag] {
			t.Errorf("a message for %q, which nothing uses", tag)
		}
	}
	for tag := range checks {
		if !used[tag] {
			t.Errorf("a check %q, which nothing uses", tag)
		}
	}
}

func TestPacks(t *testing.T) {
	l, problems := Load([]File{{Name: packFile, Text: packs.Events}}, Options{})
	for _, p := range problems {
		t.Error(p.Format("en"))
	}
	if l == nil {
		t.Fatal("no events")
	}
	names := map[string]string{}
	for _, e := range l.Events {
		for _, n := range e.names() {
			if other, ok := names[n]; ok {
				t.Errorf("%s stands for %s and %s", n, other, e.Name)
			}
			names[n] = e.Name
		}
	}
	if names["进博会"] != "中国国际进口博览会" {
		t.Error("进博会 isn't there")
	}
	own, _ := Load([]File{{Name: "own.yaml", Text: "hegao: ledger/v1\nevents:\n  - {name: 上海进博会, aliases: [进博会]}\n"}}, Options{})
	if with := WithPacks(own); len(with.Events) != len(l.Events) || with.Events[0].Name != "上海进博会" || len(own.Events) != 1 {
		t.Error("the ledger's own event doesn't take the built-in one's place")
	}
}

// TestPlaces checks that every built-in place leads up to the whole world or is
// a whole of its own, that names are unique, and a count that is public.
func TestPlaces(t *testing.T) {
	names, cities := map[string]string{}, 0
	for _, r := range packs.Regions() {
		for _, n := range append([]string{r.Name}, r.Aliases...) {
			if other, ok := names[n]; ok {
				t.Errorf("%s stands for %s and %s", n, other, r.Name)
			}
			names[n] = r.Name
		}
		if r.Kind == "city" {
			cities++
		}
	}
	for _, r := range packs.Regions() {
		for _, w := range r.Within {
			if names[w] != w {
				t.Errorf("%s is within %s, which isn't a place", r.Name, w)
			}
		}
		e := places().byName[r.Name]
		if world := places().byName["全球"]; e != world && !e.IsWithin(world) {
			t.Errorf("%s isn't in the world", r.Name)
		}
	}
	if cities != 333 { // divisions at the prefecture level, Ministry of Civil Affairs, 2023
		t.Errorf("%d cities", cities)
	}
}

func TestLocate(t *testing.T) {
	ps := &problems{}
	r := &fileReader{problems: ps, name: "l.yaml", budget: nodeBudget}
	root := r.parse("a:\n  - 1\n  - b: {c: 🎉, d: x}\n")[0].Content[0]
	for _, tt := range []struct {
		path         string
		line, column int
		exact        bool
	}{{"a[1].b.d", 3, 18, true}, {"a[1].b.e", 3, 8, false}, {"z", 1, 1, false}} {
		at, exact := r.locate(root, tt.path)
		if at.Line != tt.line || at.Column != tt.column || exact != tt.exact {
			t.Errorf("%s is at %v, %v", tt.path, at, exact)
		}
	}
}
