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
		writeRows(&b, rows, a.helpWidth())
	}
	fmt.Fprintf(&b, "\n%s\n", a.say(helpFlags))
	flags = append(slices.Clone(flags), program.Flags...)
	writeRows(&b, append(flagRows(flags), [2]string{"--help", a.say(helpHelp)}), a.helpWidth())
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

// firstColumn is how many columns names take beside what they mean; behind a
// longer one this begins on the next line.
const firstColumn = 26

// helpWidth is how many columns help takes: those of the terminal, or as many as
// a page has.
func (a *App) helpWidth() int {
	if a.StdoutTTY && a.Columns > 0 {
		return min(max(a.Columns, 2*firstColumn), widest)
	}
	return 100
}

// writeRows prints two columns, the second one aligned and wrapped.
func writeRows(b *strings.Builder, rows [][2]string, columns int) {
	first := 0
	for _, r := range rows {
		if w := uniseg.StringWidth(r[0]); w <= firstColumn {
			first = max(first, w)
		}
	}
	margin := "  " + strings.Repeat(" ", first) + "  "
	for _, r := range rows {
		w := uniseg.StringWidth(r[0])
		b.WriteString("  " + r[0])
		if w > first {
			b.WriteString("\n" + margin)
		} else {
			b.WriteString(strings.Repeat(" ", first-w) + "  ")
		}
		b.WriteString(strings.Join(wrap(r[1], columns-len(margin)), "\n"+margin) + "\n")
	}
}

// wrap cuts text into lines of so many columns where Unicode lets a line be
// broken.
func wrap(text string, columns int) (lines []string) {
	line, width, state := "", 0, -1
	for piece := ""; text != ""; {
		piece, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		w := uniseg.StringWidth(strings.TrimRight(piece, " "))
		if line != "" && width+w > columns {
			lines = append(lines, strings.TrimRight(line, " "))
			line, width = "", 0
		}
		line += piece
		width += uniseg.StringWidth(piece)
	}
	return append(lines, strings.TrimRight(line, " "))
}
