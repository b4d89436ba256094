package app

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
)

var (
	helpUsage    = finding.Text{ZH: "用法：", EN: "Usage:"}
	helpCommands = finding.Text{ZH: "命令：", EN: "Commands:"}
	helpFlags    = finding.Text{ZH: "选项：", EN: "Flags:"}
	helpMore     = finding.Text{ZH: "hegao 命令 --help 说明该命令的选项", EN: "hegao COMMAND --help says which flags a command has"}
	helpHelp     = finding.Text{ZH: "显示这段说明", EN: "print this help"}
	helpCommand  = finding.Text{ZH: "命令", EN: "COMMAND"}
)

// help prints what the program, or the command at the end of path, does and
// which commands and flags it has.
func (a *App) help(w io.Writer, program *cli.App, path []*cli.Command) {
	name, usage, args := program.Name, program.Usage, a.say(helpCommand)+" …"
	commands, flags := program.Commands, []cli.Flag(nil)
	for _, c := range path {
		name += " " + c.Name
		usage, args, commands, flags = c.Usage, c.ArgsUsage, c.Subcommands, c.Flags
		if len(commands) > 0 {
			args = a.say(helpCommand) + " …"
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s %s\n", usage, a.say(helpUsage), name, args)
	if rows := commandRows(commands); len(rows) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say(helpCommands))
		writeRows(&b, rows)
	}
	fmt.Fprintf(&b, "\n%s\n", a.say(helpFlags))
	flags = append(slices.Clone(flags), program.Flags...)
	writeRows(&b, append(flagRows(flags), [2]string{"--help", a.say(helpHelp)}))
	if len(path) == 0 {
		fmt.Fprintf(&b, "\n%s\n", a.say(helpMore))
	}
	io.WriteString(w, b.String())
}

func commandRows(commands []*cli.Command) (rows [][2]string) {
	for _, c := range commands {
		if !c.Hidden {
			rows = append(rows, [2]string{c.Name, c.Usage})
		}
	}
	return rows
}

func flagRows(flags []cli.Flag) (rows [][2]string) {
	for _, f := range flags {
		name := "--" + f.Names()[0]
		d, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		// "`NAME` words" in a usage names the value, as in the standard library.
		value, usage := "", d.GetUsage()
		if rest, found := strings.CutPrefix(usage, "`"); found {
			value, usage, _ = strings.Cut(rest, "` ")
		}
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, usage})
	}
	return rows
}

// writeRows prints two columns, the second one aligned.
func writeRows(b *strings.Builder, rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, uniseg.StringWidth(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(b, "  %s%s  %s\n", r[0], strings.Repeat(" ", widest-uniseg.StringWidth(r[0])), r[1])
	}
}
