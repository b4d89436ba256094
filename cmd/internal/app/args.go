package app

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
)

// invocation is a command line, taken apart and checked.
type invocation struct {
	path        []*cli.Command // the command, with those it stands under
	root, flags []string       // flags of the program, flags of the command
	args        []string
	help        bool
}

// command returns the command that was named, or nil for the program itself.
func (v *invocation) command() *cli.Command {
	if len(v.path) == 0 {
		return nil
	}
	return v.path[len(v.path)-1]
}

// line returns the command line in the one order that the flag parser of the
// standard library understands: it stops at the first argument, so that
// `hegao check a.md --format json` would check a file named --format.
func (v *invocation) line(program string) []string {
	out := append([]string{program}, v.root...)
	for _, c := range v.path {
		out = append(out, c.Name)
	}
	out = append(out, v.flags...)
	return append(append(out, "--"), v.args...)
}

// reorder takes a command line apart by the commands' own flags, wherever the
// flags stand. args doesn't hold the program's name. A flag that no command
// knows, a command that isn't there, a flag without its value: a usageError.
func reorder(program *cli.App, args []string) (*invocation, error) {
	v := &invocation{}
	r := reading{program: program, v: v}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return v, r.rest(args[i+1:])
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			if err := r.word(arg); err != nil {
				return v, err
			}
		default:
			used, err := r.flag(args[i:])
			if err != nil {
				return v, err
			}
			i += used
		}
	}
	return v, nil
}

// reading is the state of reorder: what has been read so far.
type reading struct {
	program *cli.App
	v       *invocation
}

// subcommands returns the commands that may be named next.
func (r *reading) subcommands() []*cli.Command {
	if c := r.v.command(); c != nil {
		return c.Subcommands
	}
	return r.program.Commands
}

// word takes what isn't a flag: a command's name, or an argument.
func (r *reading) word(arg string) error {
	subs := r.subcommands()
	if len(subs) == 0 {
		r.v.args = append(r.v.args, arg)
		return nil
	}
	for _, c := range subs {
		if c.HasName(arg) {
			r.v.path = append(r.v.path, c)
			return nil
		}
	}
	return unknownCommand(r.v, subs, arg)
}

// rest takes the words after "--".
func (r *reading) rest(args []string) error {
	for _, a := range args {
		if err := r.word(a); err != nil {
			return err
		}
	}
	return nil
}

// flag takes the flag that args begin with and returns how many more of args
// are its value.
func (r *reading) flag(args []string) (int, error) {
	name, _, inline := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	if name == "help" || name == "h" {
		r.v.help = true
		return 0, nil
	}
	into := &r.v.flags
	f := lookupFlag(r.commandFlags(), name)
	if f == nil {
		into = &r.v.root
		f = lookupFlag(r.program.Flags, name)
	}
	if f == nil {
		return 0, r.unknownFlag(name)
	}
	if d, ok := f.(cli.DocGenerationFlag); !ok || !d.TakesValue() || inline {
		*into = append(*into, args[0])
		return 0, nil
	}
	if len(args) < 2 || r.looksLikeFlag(args[1]) {
		return 0, usagef(finding.Text{
			ZH: "--" + name + " 后面缺少取值",
			EN: "--" + name + " needs a value after it",
		})
	}
	// In one piece, so that a value that begins with "-" stays a value.
	*into = append(*into, args[0]+"="+args[1])
	return 1, nil
}

func (r *reading) commandFlags() []cli.Flag {
	if c := r.v.command(); c != nil {
		return c.Flags
	}
	return nil
}

// looksLikeFlag reports whether a word in the place of a value is a flag of
// this command; "-style" and "-" are values.
func (r *reading) looksLikeFlag(arg string) bool {
	if !strings.HasPrefix(arg, "--") {
		return false
	}
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return arg == "--" || name == "help" || lookupFlag(r.commandFlags(), name) != nil || lookupFlag(r.program.Flags, name) != nil
}

func lookupFlag(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		for _, n := range f.Names() {
			if n == name {
				return f
			}
		}
	}
	return nil
}

// unknownFlag says which flag was probably meant: one of this command, of the
// program, or, where no command has been named yet, of any command.
func (r *reading) unknownFlag(name string) error {
	groups := [][]cli.Flag{r.commandFlags(), r.program.Flags}
	if len(r.v.path) == 0 {
		for _, c := range r.program.Commands {
			groups = append(groups, c.Flags)
		}
	}
	names := []string{"help"}
	for _, flags := range groups {
		for _, f := range flags {
			names = append(names, f.Names()[0])
		}
	}
	err := usagef(finding.Text{
		ZH: "没有 --" + name + " 这个选项",
		EN: "there is no flag --" + name,
	})
	for _, n := range names {
		if n == name { // it belongs to a command, and none was named before it
			return err.hint(finding.Text{
				ZH: "--" + name + " 写在命令之后，例如 hegao check --" + name,
				EN: "--" + name + " goes after the command, as in hegao check --" + name,
			})
		}
	}
	return err.didYouMean("--", name, names)
}

// unknownCommand says which command was probably meant. Who leaves "check" out
// and names a file is told so.
func unknownCommand(v *invocation, subs []*cli.Command, arg string) error {
	var names []string
	for _, c := range subs {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	where := "hegao"
	for _, c := range v.path {
		where += " " + c.Name
	}
	err := usagef(finding.Text{
		ZH: "没有 “" + where + " " + arg + "” 这个命令",
		EN: "there is no command “" + where + " " + arg + "”",
	})
	if len(v.path) == 0 && strings.ContainsAny(arg, "./\\*-") {
		return err.hint(finding.Text{
			ZH: "要检查稿件，请写 hegao check " + arg,
			EN: "to check copy, write hegao check " + arg,
		})
	}
	return err.didYouMean("", arg, names)
}
