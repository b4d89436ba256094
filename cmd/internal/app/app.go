// Package app is the command line of hegao: commands and flags in, options for
// the checker, an exit code out. It is the only place that reads the disk, the
// environment and the clock.
package app

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
)

// The exit codes.
const (
	ExitClean    = 0 // nothing at or above --fail-on
	ExitFindings = 1 // findings at or above it
	ExitUsage    = 2 // command, configuration, ledger or an input is wrong
	ExitFault    = 3 // a fault of the program itself
)

// App is one run of the program. Its streams and surroundings are fields, so
// that all of it can be tested in one process.
type App struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// The TTY fields say at which streams a person sits.
	StdinTTY, StdoutTTY, StderrTTY bool
	// Columns is the width of the terminal that a person is watching; 0 where it
	// isn't known.
	Columns int
	Getenv  func(string) string
	// Now is the clock of the progress line; nothing else reads a clock.
	Now     func() time.Time
	Version string

	lang  string       // of messages about the command line
	extra []*rule.Rule // rules beside those of the list, for tests
}

// Main runs the program on the process's own surroundings and returns its exit
// code.
func Main() int {
	if os.Getenv("GOGC") == "" { // from the start: reading names and ledgers is most of a short run
		debug.SetGCPercent(corpusGC)
	}
	a := &App{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		StdinTTY:  term.IsTerminal(int(os.Stdin.Fd())),
		StdoutTTY: term.IsTerminal(int(os.Stdout.Fd())), StderrTTY: term.IsTerminal(int(os.Stderr.Fd())),
		Getenv: os.Getenv, Now: time.Now, Version: buildVersion(),
	}
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		a.Columns = width
	}
	return a.Run()
}

// version is set by the linker; else the Go tools know it.
var version string

func buildVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// exit is an exit code on its way out of a command.
type exit int

// Error returns the code in words.
func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// message is an error that can be told in both languages.
type message interface {
	error
	Message(lang string) string
}

// Run carries out the command line and returns the exit code.
func (a *App) Run() (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintln(a.Stderr, faultHead.In(a.lang))
			fmt.Fprintf(a.Stderr, "hegao %s: %v\n%s", a.Version, p, debug.Stack())
			code = ExitFault
		}
	}()
	a.lang = a.messageLang()
	if len(a.Args) > 0 && a.Args[0] == completeCommand {
		return a.complete(a.Args[1:])
	}
	program := a.program()
	v, err := reorder(program, a.Args)
	switch {
	case v.help:
		a.help(a.Stdout, program, v.path)
		return ExitClean
	case err != nil:
		return a.fail(err)
	case slices.ContainsFunc(v.root, func(f string) bool { return strings.TrimLeft(f, "-") == "version" }):
		return a.fail(a.printVersion())
	}
	if c := v.command(); c == nil || len(c.Subcommands) > 0 {
		a.help(a.Stderr, program, v.path)
		return ExitUsage
	}
	return a.fail(program.Run(v.line(program.Name)))
}

var faultHead = finding.Text{
	ZH: "程序自身出错，请把下面的内容连同稿件一起报告：",
	EN: "hegao itself failed; please report the following, with the copy:",
}

// fail prints an error and returns the exit code that it stands for.
func (a *App) fail(err error) int {
	if err == nil {
		return ExitClean
	}
	var e exit
	if errors.As(err, &e) {
		return int(e)
	}
	var m message
	if errors.As(err, &m) {
		a.complain(m.Message(a.lang))
	} else {
		a.complain(err.Error())
	}
	return ExitUsage
}

// complain prints a message about the run itself.
func (a *App) complain(text string) { fmt.Fprintln(a.Stderr, "hegao: "+text) }

// messageLang finds the language of messages before flags are parsed, since a
// mistake in the flags must be told in it too: --lang, else the locale.
func (a *App) messageLang() string {
	for i, arg := range a.Args {
		name, value, inline := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if arg == "--" {
			break
		}
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if !inline && i+1 < len(a.Args) {
			value = a.Args[i+1]
		}
		if value == "zh" || value == "en" {
			return value
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := a.Getenv(name); value != "" {
			if strings.HasPrefix(value, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}

func (a *App) printVersion() error {
	_, err := fmt.Fprintln(a.Stdout, "hegao "+a.Version)
	return err
}

// program builds the commands, with their words in the language of the run.
func (a *App) program() *cli.App {
	return &cli.App{
		Name:                      "hegao",
		Usage:                     a.say(finding.Text{ZH: "核稿：核对稿件中的数字与事实", EN: "checks the figures and facts of news copy"}),
		Writer:                    a.Stdout,
		ErrWriter:                 a.Stderr,
		Reader:                    a.Stdin,
		HideHelp:                  true, // reorder and help see to it, in both languages
		HideVersion:               true,
		DisableSliceFlagSeparator: true, // a path may hold a comma
		Flags: []cli.Flag{
			a.langFlag(),
			&cli.BoolFlag{Name: "version", Usage: a.say(finding.Text{ZH: "显示版本", EN: "print the version"})},
		},
		Commands:       a.commands(),
		ExitErrHandler: func(*cli.Context, error) {}, // Run returns the code
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			return wrongValue(err)
		},
	}
}

func (a *App) say(t finding.Text) string { return t.In(a.lang) }
