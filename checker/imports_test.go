package checker_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hegao/hegao/"

// room is a folder of packages, with what may import it and why.
type room struct {
	path string // of the folder below the module; the longest match holds
	rank int    // a package imports only rooms of a lower rank, or its own
	why  string
}

// The ranks. Two arms grow out of rule: the driver with what serves it, and the
// rules. They meet only under cmd.
var rooms = []room{
	{"checker/source", 0, "bytes and positions: everything else counts in them"},
	{"checker/finding", 1, "what is reported, as data: it knows positions and nothing else, so anyone may speak in it"},
	{"checker/lexicon", 1, "words, units and hedges are data of the language; readers of numbers and dates need them"},
	{"checker/quantity", 2, "numbers, read from words and units"},
	{"checker/period", 2, "dates, read from words"},
	{"checker/document", 3, "copy as blocks; what the copy's dates are, it asks period"},
	{"checker/ledger", 3, "the ledger is written in the language of quantities and periods"},
	{"checker/figure", 4, "binds the numbers of a document, by the ledger's names"},
	{"checker/fix", 5, "edits of findings"},
	{"checker/rule", 6, "the contract: what a rule sees, and nothing of who runs it"},
	{"checker", 7, "the driver runs rules it is given and knows none by name"},
	{"checker/config", 8, "settings of the driver"},
	{"checker/diff", 8, "shows drafts side by side"},
	{"checker/report", 9, "writes what the driver found, with the differences marked"},
	{"checker/ruletest", 10, "tests only"},
	{"rules/internal", 17, "arithmetic shared by rules"},
	{"rules", 19, "the list of rules"},
	{"cmd", 100, "the only place where the arms meet, and that touches the machine"},
}

// ruleFolder is the rank of rules/<slug>: above rules/internal, below the list.
const ruleFolder = 18

// lastCommon is the rank up to which the arm of the rules may import the
// checker's rooms.
const lastCommon = 6

// machine lists what packages below cmd may not import: disk, clock,
// environment, network, chance.
var machine = []string{"os", "net", "syscall", "time", "log", "io/ioutil", "plugin", "math/rand", "crypto/rand",
	"path/filepath", "runtime/metrics", "golang.org/x/sys", "golang.org/x/term"}

// allowed are the exceptions, by package and import, each with its reason.
var allowed = map[string]string{
	"checker/document time": "asks whether a date is one of the calendar; calls no clock",
	"checker/ruletest time": "asks whether a date is one of the calendar; tests only",
}

// clock are the functions of package time that read or wait for the clock.
var clock = []string{"Now", "Since", "Until", "After", "AfterFunc", "Sleep", "Tick", "NewTicker", "NewTimer"}

// goFile is what the test needs to know of a source file.
type goFile struct {
	name, pkg string // pkg is the folder below the module
	tool      bool   // of a package main or of a generator's: never linked in
	test      bool
	imports   []string
	prints    []string // places that print
	clocks    []string // places that read the clock
}

func TestImports(t *testing.T) {
	files := goFiles(t, "..")
	if len(files) < 30 {
		t.Fatalf("only %d files were found", len(files))
	}
	for _, f := range files {
		if f.test {
			continue
		}
		for _, imp := range f.imports {
			if err := checkImport(f, imp); err != nil {
				t.Errorf("%s: %v", f.name, err)
			}
		}
		if !f.tool && !strings.HasPrefix(f.pkg, "cmd") {
			for _, p := range f.prints {
				t.Errorf("%s: prints; only cmd does", p)
			}
			for _, c := range f.clocks {
				t.Errorf("%s: reads the clock; only cmd does", c)
			}
		}
	}
}

func TestEveryRoomHasARank(t *testing.T) {
	for _, f := range goFiles(t, "..") {
		if _, ok := roomOf(f.pkg); !ok && f.pkg != "." && !strings.HasPrefix(f.pkg, "fixtures") {
			t.Errorf("%s: %s has no rank", f.name, f.pkg)
		}
	}
}

// The test itself must see an arrow that runs the wrong way.
func TestCheckImport(t *testing.T) {
	tests := []struct {
		pkg, imp string
		ok       bool
	}{
		{"checker/figure", module + "checker/quantity", true},
		{"checker/quantity", module + "checker/figure", false},
		{"checker/document", module + "checker/ledger", false},
		{"checker/source", module + "checker/finding", false},
		{"checker/source/excerpt", module + "checker/source", true},
		{"checker/figure", module + "checker/finding", true},
		{"checker", module + "rules", false},
		{"checker", module + "rules/weekday-mismatch", false},
		{"rules/weekday-mismatch", module + "checker/rule", true},
		{"rules/weekday-mismatch", module + "rules/internal/show", true},
		{"rules/weekday-mismatch", module + "rules/rank-mismatch", false},
		{"rules/weekday-mismatch", module + "checker", false},
		{"rules/weekday-mismatch", module + "checker/report", false},
		{"rules/internal/show", module + "rules/weekday-mismatch", false},
		{"rules", module + "rules/weekday-mismatch", true},
		{"rules", module + "checker/config", false},
		{"cmd/internal/app", module + "rules", true},
		{"cmd/internal/app", "os", true},
		{"checker/report", module + "checker/ruletest", false},
		{"checker/ledger", "os", false},
		{"checker/ledger", "os/exec", false},
		{"checker/period", "time", false},
		{"checker/ledger", "net/http", false},
		{"checker/ledger", "strings", true},
	}
	for _, tt := range tests {
		if err := checkImport(goFile{pkg: tt.pkg}, tt.imp); (err == nil) != tt.ok {
			t.Errorf("%s → %s: %v", tt.pkg, tt.imp, err)
		}
	}
}

// checkImport says why a package may not import another.
func checkImport(f goFile, imp string) error {
	target, inside := strings.CutPrefix(imp, module)
	if !inside {
		return checkMachine(f, imp)
	}
	from, _ := roomOf(f.pkg)
	to, ok := roomOf(target)
	switch {
	case !ok:
		return fmt.Errorf("%s has no rank", target)
	case to.path == from.path:
		return nil
	case to.path == "checker/ruletest":
		return fmt.Errorf("%s is imported by tests only", target)
	case to.rank >= from.rank:
		return fmt.Errorf("%s (rank %d: %s) may not import %s (rank %d: %s)", f.pkg, from.rank, from.why, target, to.rank, to.why)
	case strings.HasPrefix(f.pkg, "rules") && !strings.HasPrefix(target, "rules") && to.rank > lastCommon:
		return fmt.Errorf("%s is a rule's: it may not import %s (%s)", f.pkg, target, to.why)
	}
	return nil
}

func checkMachine(f goFile, imp string) error {
	if f.tool || strings.HasPrefix(f.pkg, "cmd") || allowed[f.pkg+" "+imp] != "" {
		return nil
	}
	for _, m := range machine {
		if imp == m || strings.HasPrefix(imp, m+"/") {
			return fmt.Errorf("%s may not import %s: nothing below cmd reads disk, clock, environment or network", f.pkg, imp)
		}
	}
	return nil
}

// roomOf returns the room that a package belongs to.
func roomOf(pkg string) (room, bool) {
	if rest, ok := strings.CutPrefix(pkg, "rules/"); ok && !strings.HasPrefix(rest, "internal") {
		return room{path: pkg, rank: ruleFolder, why: "one rule; it knows no other"}, true
	}
	var best room
	for _, r := range rooms {
		if (pkg == r.path || strings.HasPrefix(pkg, r.path+"/")) && len(r.path) > len(best.path) {
			best = r
		}
	}
	// The driver is a package, not a folder: what else lies in it has a rank
	// of its own.
	if best.path == "checker" && pkg != "checker" {
		return room{}, false
	}
	return best, best.path != ""
}

func goFiles(t *testing.T, root string) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir() && path.Ext(name) == ".go":
			f, err := parseFile(root, name)
			if err != nil {
				return err
			}
			files = append(files, f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func parseFile(root, name string) (goFile, error) {
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if err != nil {
		return goFile{}, err
	}
	rel, err := filepath.Rel(root, filepath.Dir(name))
	if err != nil {
		return goFile{}, err
	}
	f := goFile{name: name, pkg: filepath.ToSlash(rel), test: strings.HasSuffix(name, "_test.go")}
	// A generator and what only it uses lie in an internal folder of the
	// package whose data they make.
	f.tool = tree.Name.Name == "main" || strings.Contains(f.pkg, "/internal/build")
	for _, spec := range tree.Imports {
		imp, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return f, err
		}
		f.imports = append(f.imports, imp)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		at := fset.Position(call.Pos()).String()
		if id, ok := call.Fun.(*ast.Ident); ok && (id.Name == "println" || id.Name == "print") ||
			calls(call, "fmt", []string{"Print", "Printf", "Println"}) {
			f.prints = append(f.prints, at)
		}
		if calls(call, "time", clock) {
			f.clocks = append(f.clocks, at)
		}
		return true
	})
	return f, nil
}

// calls reports whether a call is of one of a package's functions.
func calls(call *ast.CallExpr, pkg string, functions []string) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := f.X.(*ast.Ident)
	return ok && x.Name == pkg && slices.Contains(functions, f.Sel.Name)
}
