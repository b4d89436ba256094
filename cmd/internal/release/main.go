// Command release builds the program for every platform, packs each build with
// its manual page and completions, and writes checksums and a list of what is
// linked in. The same source, version and Go release give the same bytes,
// wherever and whenever it runs.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// targets are the platforms that are released.
var targets = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

func main() {
	r := release{}
	only := flag.String("only", "", "build for these `PLATFORMS` only, parted by commas, as linux/amd64")
	flag.StringVar(&r.version, "version", "devel", "the `VERSION` that the program prints")
	flag.StringVar(&r.out, "out", "dist", "the `FOLDER` to write to; what is in it is removed")
	flag.StringVar(&r.source, "source", ".", "the `FOLDER` of the source")
	flag.Parse()
	r.targets = targets
	if *only != "" {
		r.targets = strings.Split(*only, ",")
	}
	if err := r.run(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release is one run.
type release struct {
	version, source, out string
	targets              []string
	built                time.Time // what all files are dated
	work                 string    // a folder for what is packed
	docs                 []packed
	modules              modules
}

func (r *release) run() error {
	for _, t := range r.targets {
		if !slices.Contains(targets, t) {
			return fmt.Errorf("%s isn't one of %s", t, strings.Join(targets, ", "))
		}
	}
	var err error
	if r.work, err = os.MkdirTemp("", "hegao-release-"); err != nil {
		return err
	}
	defer os.RemoveAll(r.work)
	if r.built, err = r.date(); err != nil {
		return err
	}
	if err := r.empty(); err != nil {
		return err
	}
	if err := r.writeDocs(); err != nil {
		return err
	}
	for _, t := range r.targets {
		if err := r.target(t); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	if err := os.WriteFile(filepath.Join(r.out, "hegao_"+r.version+"_sbom.cdx.json"), r.modules.sbom(r.version, r.built), 0o644); err != nil {
		return err
	}
	return r.checksums()
}

// empty makes the output folder, without what an earlier run left in it.
func (r *release) empty() error {
	old, err := filepath.Glob(filepath.Join(r.out, "hegao_*"))
	if err != nil {
		return err
	}
	for _, f := range append(old, filepath.Join(r.out, sumsFile)) {
		if err := os.Remove(f); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return os.MkdirAll(r.out, 0o755)
}

// date is the time that all files are given: that of the commit, or of the
// variable that packagers set, never that of the run.
func (r *release) date() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		cmd := exec.Command("git", "log", "-1", "--format=%ct")
		cmd.Dir = r.source
		out, err := cmd.Output()
		if err != nil { // not a clone: the beginning of what zip can date
			return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), nil
		}
		text = strings.TrimSpace(string(out))
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// build compiles the program for a platform and returns its file. The version
// is all that it carries of where and when it was built.
func (r *release) build(target string) (string, error) {
	system, arch, _ := strings.Cut(target, "/")
	name := filepath.Join(r.work, system+"_"+arch, "hegao")
	if system == "windows" {
		name += ".exe"
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-tags", "urfave_cli_no_docs",
		"-ldflags", "-s -w -buildid= -X github.com/hegao/hegao/cmd/internal/app.version="+r.version, "-o", name, "./cmd/hegao")
	cmd.Dir = r.source
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0", "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "GOEXPERIMENT=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
}

// writeDocs has the program of this machine print its manual pages and
// completions.
func (r *release) writeDocs() error {
	host, err := r.build(runtime.GOOS + "/" + runtime.GOARCH)
	if err != nil {
		return err
	}
	for _, d := range []struct {
		name string
		args []string
	}{
		{"man/man1/hegao.1", []string{"man", "--lang", "en"}},
		{"man/zh_CN/man1/hegao.1", []string{"man", "--lang", "zh"}},
		{"completions/hegao.bash", []string{"completion", "bash"}},
		{"completions/_hegao", []string{"completion", "zsh"}},
		{"completions/hegao.fish", []string{"completion", "fish"}},
		{"completions/hegao.ps1", []string{"completion", "powershell"}},
	} {
		out, err := exec.Command(host, d.args...).Output()
		if err != nil {
			return fmt.Errorf("hegao %s: %w", strings.Join(d.args, " "), err)
		}
		r.docs = append(r.docs, packed{d.name, out, 0o644})
	}
	for _, name := range []string{"LICENSE", "README.md"} {
		data, err := os.ReadFile(filepath.Join(r.source, name))
		if err != nil {
			return err
		}
		r.docs = append(r.docs, packed{name, data, 0o644})
	}
	return nil
}

// target builds and packs one platform.
func (r *release) target(target string) error {
	program, err := r.build(target)
	if err != nil {
		return err
	}
	if err := r.modules.add(program); err != nil {
		return err
	}
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	base := "hegao_" + r.version + "_" + strings.ReplaceAll(target, "/", "_")
	files := append([]packed{{filepath.Base(program), data, 0o755}}, r.docs...)
	for i := range files {
		files[i].name = base + "/" + files[i].name
	}
	slices.SortFunc(files, func(a, b packed) int { return strings.Compare(a.name, b.name) })
	name, pack := base+".tar.gz", tarball
	if strings.HasPrefix(target, "windows/") {
		name, pack = base+".zip", zipped
	}
	archive, err := pack(files, r.built)
	if err != nil {
		return err
	}
	fmt.Println(name)
	return os.WriteFile(filepath.Join(r.out, name), archive, 0o644)
}
