package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// elsewhere copies the source into a folder of its own, so that nothing of the
// place can get into a build unseen.
func elsewhere(t *testing.T) string {
	t.Helper()
	top, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = top
	out, err := cmd.Output()
	if err != nil {
		t.Skip("this isn't a clone of the repository")
	}
	dir := t.TempDir()
	for name := range strings.SplitSeq(strings.Trim(string(out), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join(top, name))
		if err != nil {
			continue // deleted, not yet committed
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Two releases of one source, built in two places at two times, are the same
// bytes.
func TestReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	host := runtime.GOOS + "/" + runtime.GOARCH
	var outs [2]string
	for i := range outs {
		outs[i] = filepath.Join(t.TempDir(), "dist")
		r := release{version: "v1.2.3", source: elsewhere(t), out: outs[i], targets: []string{host}}
		if err := r.run(); err != nil {
			t.Fatal(err)
		}
	}
	names, _ := filepath.Glob(filepath.Join(outs[0], "*"))
	if len(names) != 3 {
		t.Fatalf("written: %v", names)
	}
	for _, name := range names {
		a, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(outs[1], filepath.Base(name)))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs between two builds (%v)", filepath.Base(name), err)
		}
	}
	checkSums(t, outs[0])
	checkArchive(t, outs[0])
	checkModules(t, outs[0])
}

func checkSums(t *testing.T, dir string) {
	t.Helper()
	sums, err := os.ReadFile(filepath.Join(dir, sumsFile))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(sums), "\n") != 2 {
		t.Errorf("%s", sums)
	}
	for line := range strings.Lines(string(sums)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile(filepath.Join(dir, name))
		if got := sha256.Sum256(data); err != nil || hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s: the checksum is wrong (%v)", name, err)
		}
	}
}

func checkArchive(t *testing.T, dir string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		return
	}
	found, _ := filepath.Glob(filepath.Join(dir, "*.tar.gz"))
	f, err := os.Open(found[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		_, name, _ := strings.Cut(h.Name, "/")
		names[name] = true
		if name != "hegao" {
			continue
		}
		program := filepath.Join(t.TempDir(), "hegao")
		data, err := io.ReadAll(r)
		if err == nil {
			err = os.WriteFile(program, data, 0o755)
		}
		if err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(program, "version").Output()
		if err != nil || string(out) != "hegao v1.2.3\n" || h.Mode&0o111 == 0 {
			t.Errorf("%v %q, mode %o", err, out, h.Mode)
		}
	}
	for _, want := range []string{"hegao", "LICENSE", "README.md", "man/man1/hegao.1", "completions/_hegao"} {
		if !names[want] {
			t.Errorf("%s isn't in the archive", want)
		}
	}
}

// The list of modules is what the program says of itself.
func checkModules(t *testing.T, dir string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "hegao_v1.2.3_sbom.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var b bom
	if err := json.Unmarshal(data, &b); err != nil {
		t.Fatal(err)
	}
	refs := map[string]bool{}
	for _, c := range b.Components {
		refs[c.Name] = true
		if c.Name != "std" && (len(c.Hashes) != 1 || len(c.Hashes[0].Content) != 64) {
			t.Errorf("%s has no hash", c.Name)
		}
	}
	for _, want := range []string{"std", "github.com/urfave/cli/v2", "github.com/sergi/go-diff", "github.com/go-playground/validator/v10"} {
		if !refs[want] {
			t.Errorf("%s isn't listed", want)
		}
	}
	if refs["github.com/rogpeppe/go-internal"] {
		t.Error("a module of tests only is listed")
	}
	uuid := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	if !uuid.MatchString(b.Serial) || b.Format != "CycloneDX" {
		t.Errorf("%s %s", b.Format, b.Serial)
	}
}

func TestArchivesHoldNothingOfTheMachine(t *testing.T) {
	files := []packed{{"a/hegao.exe", []byte("x"), 0o755}, {"a/说明.md", []byte("y"), 0o644}}
	date := time.Unix(1_766_000_000, 0)
	for _, pack := range []func([]packed, time.Time) ([]byte, error){tarball, zipped} {
		a, err := pack(files, date.UTC())
		if err != nil {
			t.Fatal(err)
		}
		b, err := pack(files, date.UTC())
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("two archives differ (%v)", err)
		}
	}
}
