package app

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/rules"
)

// completeCommand is the command that the shells' scripts call with the words
// of a command line, the last of which is to be completed.
const completeCommand = "__complete"

//go:embed shells
var shellScripts embed.FS

// shells are those that completion is written for, with their scripts.
var shells = []struct{ name, script string }{
	{"bash", "hegao.bash"}, {"zsh", "hegao.zsh"}, {"fish", "hegao.fish"}, {"powershell", "hegao.ps1"},
}

func shellNames() (names []string) {
	for _, s := range shells {
		names = append(names, s.name)
	}
	return names
}

func (a *App) completionCommand() *cli.Command {
	return a.command("completion", strings.Join(shellNames(), "|"), finding.Text{ZH: "打印命令行补全脚本", EN: "print the script that completes command lines"}, a.completion)
}

// completion is `hegao completion SHELL`.
func (a *App) completion(c *cli.Context) error {
	for _, s := range shells {
		if c.NArg() == 1 && c.Args().First() == s.name {
			text, err := shellScripts.ReadFile("shells/" + s.script)
			if err == nil {
				_, err = a.Stdout.Write(text)
			}
			return err
		}
	}
	list := strings.Join(shellNames(), "|")
	if c.NArg() != 1 {
		return usagef(finding.Text{ZH: "哪种命令行？" + list, EN: "for which shell? " + list})
	}
	return usagef(finding.Text{
		ZH: "没有 “" + c.Args().First() + "” 的补全脚本，可选 " + list,
		EN: "there is no completion for “" + c.Args().First() + "”; there is for " + list}).didYouMean("", c.Args().First(), shellNames())
}

// candidate is a word that may stand at the end of a command line.
type candidate struct{ word, tip string }

// completions are the candidates, and whether files are as well.
type completions struct {
	words []candidate
	files bool
}

// complete prints what may stand in the place of the last word: a word a line,
// with what it means behind a tab, and ":files" where a path may stand.
func (a *App) complete(words []string) int {
	program := a.program()
	partial := ""
	if n := len(words); n > 0 {
		words, partial = words[:n-1], words[n-1]
	}
	if partial == `""` { // a word that isn't begun yet, as PowerShell 7.3 and later hand it over
		partial = ""
	}
	c, prefix := completer{app: a, program: program}.at(joinEquals(words, partial))
	for _, w := range c.words {
		if strings.HasPrefix(w.word, prefix) {
			fmt.Fprintf(a.Stdout, "%s\t%s\n", w.word, w.tip)
		}
	}
	if c.files {
		fmt.Fprintln(a.Stdout, ":files")
	}
	return ExitClean
}

// joinEquals puts together what bash takes apart: "--format" "=" "js".
func joinEquals(words []string, partial string) ([]string, string) {
	switch n := len(words); {
	case partial == "=":
		return words, ""
	case n > 0 && words[n-1] == "=":
		return words[:n-1], partial
	}
	return words, partial
}

// completer finds candidates by the commands' own flags.
type completer struct {
	app     *App
	program *cli.App
}

// at returns what may follow words, and how it must begin.
func (c completer) at(words []string, partial string) (completions, string) {
	r := reading{program: c.program, v: &invocation{}}
	onlyPaths := false
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case onlyPaths, w == "-" || !strings.HasPrefix(w, "-"):
			if r.word(w) != nil {
				return completions{}, partial
			}
		case w == "--":
			onlyPaths = true
		default:
			f := r.lookup(w)
			if f == nil || !takesValue(f) || strings.Contains(w, "=") {
				continue
			}
			if i++; i == len(words) {
				return c.values(f, partial)
			}
		}
	}
	switch name, value, inline := strings.Cut(partial, "="); {
	case onlyPaths, !strings.HasPrefix(partial, "-"):
		return c.arguments(&r), partial
	case inline:
		if f := r.lookup(name); f != nil {
			found, prefix := c.values(f, value)
			for i := range found.words {
				found.words[i].word = name + "=" + found.words[i].word
			}
			return found, name + "=" + prefix
		}
		return completions{}, partial
	}
	return completions{words: c.flags(&r)}, partial
}

// lookup returns the flag that a word names, nil for none.
func (r *reading) lookup(word string) cli.Flag {
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	if f := lookupFlag(r.commandFlags(), name); f != nil {
		return f
	}
	return lookupFlag(r.program.Flags, name)
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

// flags lists the flags that may stand here.
func (c completer) flags(r *reading) (out []candidate) {
	for _, row := range flagRows(append(slices.Clone(r.commandFlags()), c.program.Flags...)) {
		name, _, _ := strings.Cut(row[0], " ")
		out = append(out, candidate{name, row[1]})
	}
	return append(out, candidate{"--help", c.app.say(helpHelp)})
}

// arguments lists what may stand in the place of an argument: commands, names,
// or files.
func (c completer) arguments(r *reading) completions {
	if subs := r.subcommands(); len(subs) > 0 {
		return completions{words: commandCandidates(subs)}
	}
	switch name := r.v.command().Name; name {
	case "explain":
		return completions{words: c.ruleNames()}
	case "rules", "version":
		return completions{}
	case "completion":
		return completions{words: plainCandidates(shellNames())}
	case "schema":
		var names []string
		for _, s := range schemas() {
			names = append(names, s.name)
		}
		return completions{words: plainCandidates(names)}
	case "help":
		return completions{words: commandCandidates(c.program.Commands)}
	}
	return completions{files: true}
}

func commandCandidates(commands []*cli.Command) (out []candidate) {
	for _, cmd := range commands {
		if !cmd.Hidden {
			out = append(out, candidate{cmd.Name, cmd.Usage})
		}
	}
	return out
}

func plainCandidates(words []string) (out []candidate) {
	for _, w := range words {
		out = append(out, candidate{w, ""})
	}
	return out
}

func (c completer) ruleNames() (out []candidate) {
	for _, r := range rules.All() {
		out = append(out, candidate{r.ID, c.app.ruleTitle(r)})
	}
	return out
}

// values lists what a flag may be set to, and how the rest of the word must
// begin. In a list, what stands before the last comma is kept.
func (c completer) values(f cli.Flag, partial string) (completions, string) {
	name := f.Names()[0]
	switch name {
	case "rules", "category":
		head := ""
		if i := strings.LastIndexByte(partial, ','); i >= 0 {
			head = partial[:i+1]
		}
		if strings.HasPrefix(partial[len(head):], "-") {
			head += "-"
		}
		var list []candidate
		if name == "rules" {
			list = c.ruleNames()
		} else {
			for _, k := range finding.Categories() {
				list = append(list, candidate{string(k), ""})
			}
		}
		for i := range list {
			list[i].word = head + list[i].word
		}
		return completions{words: list}, partial
	case "date", "since", "jobs", "encoding":
		return completions{}, partial
	}
	// "`a|b|c` words" in a usage lists the values.
	if d, ok := f.(cli.DocGenerationFlag); ok {
		if rest, found := strings.CutPrefix(d.GetUsage(), "`"); found {
			if list, _, _ := strings.Cut(rest, "`"); strings.Contains(list, "|") {
				return completions{words: plainCandidates(strings.Split(list, "|"))}, partial
			}
		}
	}
	return completions{files: true}, partial
}
