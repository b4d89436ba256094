// Command bench measures hegao: megabytes of copy a second next to a program
// that only opens and reads the same files, start-up on one page, and peak
// memory. It runs whole processes, the kinds in turn, and prints medians. Reading
// alone it measures in its own process.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// ledgerFigures is the size of the made-up ledger.
const ledgerFigures = 10_000

type settings struct {
	hegao, corpus, fixtures string
	runs, jobs              int
}

func main() {
	var s settings
	var read string
	flag.StringVar(&s.hegao, "hegao", "bin/hegao", "the program to measure")
	flag.StringVar(&s.corpus, "corpus", "", "a folder with articles-*.jsonl.gz; the fixtures where it isn't there")
	flag.StringVar(&s.fixtures, "fixtures", "fixtures", "the sample newsroom")
	flag.IntVar(&s.runs, "runs", 7, "runs of each kind")
	flag.IntVar(&s.jobs, "jobs", runtime.NumCPU(), "workers")
	flag.StringVar(&read, "read", "", "only open and read the files of this folder (what hegao is compared with)")
	flag.Parse()
	err := error(nil)
	if read != "" {
		err = readAll(read, s.jobs)
	} else {
		err = bench(s)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(s settings) error {
	dir, err := os.MkdirTemp("", "hegao-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	copyDir := filepath.Join(dir, "copy")
	files, size, from, err := unpack(s, copyDir)
	if err != nil {
		return err
	}
	ledger := filepath.Join(dir, "ledger.yaml")
	if err := os.WriteFile(ledger, []byte(makeLedger(ledgerFigures)), 0o644); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	jobs := fmt.Sprint(s.jobs)
	check := []string{s.hegao, "check", "--format", "jsonl", "--fail-on", "never", "--jobs", jobs, "--output", filepath.Join(dir, "report.jsonl")}
	kinds := []*kind{
		{name: "read only", args: []string{self, "-read", copyDir, "-jobs", jobs}},
		{name: "check, no ledger", args: append(slices.Clone(check), copyDir)},
		{name: fmt.Sprintf("check, ledger of %d figures", ledgerFigures), args: append(slices.Clone(check), "--ledger", ledger, copyDir)},
	}
	fmt.Printf("%s: %d files, %.1f MB, %d workers, medians of %d runs\n\n", from, files, float64(size)/1e6, s.jobs, s.runs)
	for i := range s.runs + 1 {
		for _, k := range kinds {
			if err := k.run(i > 0); err != nil { // the first run warms the caches
				return err
			}
		}
	}
	base := kinds[0].median()
	fmt.Printf("%-34s %10s %10s %12s %12s\n", "", "time", "MB/s", "times reader", "peak memory")
	for _, k := range kinds {
		m := k.median()
		fmt.Printf("%-34s %10s %10.1f %12.1f %9.0f MB\n", k.name, m.Round(time.Millisecond/10),
			float64(size)/1e6/m.Seconds(), m.Seconds()/base.Seconds(), float64(k.peak)/1e6)
	}
	for _, part := range []func() error{
		func() error { return startUp(s) },
		func() error { return longPages(check, dir) },
		func() error { return reading(s) },
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// alikeFigures is how many figures the long page of figures that look alike has.
const alikeFigures = 100_000

// longPages measures one page of five megabytes whose figures all look alike,
// next to its first half: the whole takes twice as long.
func longPages(check []string, dir string) error {
	fmt.Println()
	for _, n := range []int{alikeFigures / 2, alikeFigures} {
		page := filepath.Join(dir, fmt.Sprintf("alike-%d.txt", n))
		text := makeAlike(n)
		if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
			return err
		}
		k := &kind{name: fmt.Sprintf("a page of %d figures alike", n), args: append(slices.Clone(check), page)}
		for range 3 {
			if err := k.run(true); err != nil {
				return err
			}
		}
		m := k.median()
		fmt.Printf("%-34s %10s %10.1f %24.0f MB\n", k.name, m.Round(time.Millisecond), float64(len(text))/1e6/m.Seconds(), float64(k.peak)/1e6)
	}
	return nil
}

// startUp measures one page, from the start of the process to its exit.
func startUp(s settings) error {
	page := filepath.Join(s.fixtures, "copy", "clean.md")
	fmt.Println()
	for _, k := range []*kind{
		{name: "one page, no ledger", args: []string{s.hegao, "check", "--fail-on", "never", "--config", os.DevNull, page}},
		{name: "one page, the newsroom's ledger", args: []string{s.hegao, "check", "--fail-on", "never", page}},
	} {
		for i := range 3 * s.runs {
			if err := k.run(i > 0); err != nil {
				return err
			}
		}
		fmt.Printf("%-34s %10s %35.0f MB\n", k.name, k.median().Round(time.Millisecond/10), float64(k.peak)/1e6)
	}
	return nil
}

// kind is one way to spend the time, with what it took.
type kind struct {
	name  string
	args  []string
	times []time.Duration
	peak  int64 // bytes
}

func (k *kind) run(count bool) error {
	cmd := exec.Command(k.args[0], k.args[1:]...)
	cmd.Stderr = os.Stderr
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil {
		return fmt.Errorf("%s: %w", k.name, err)
	}
	if count {
		k.times = append(k.times, took)
		k.peak = max(k.peak, peakMemory(cmd.ProcessState))
	}
	return nil
}

func (k *kind) median() time.Duration { return median(k.times) }
