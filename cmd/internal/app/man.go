package app

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
)

var (
	manOptions  = finding.Text{ZH: "选项", EN: "FLAGS"}
	manName     = finding.Text{ZH: "名称", EN: "NAME"}
	manSynopsis = finding.Text{ZH: "用法", EN: "SYNOPSIS"}
	manAbout    = finding.Text{ZH: "说明", EN: "DESCRIPTION"}
	manCommands = finding.Text{ZH: "命令", EN: "COMMANDS"}
	manFlags    = finding.Text{ZH: "通用选项", EN: "GLOBAL FLAGS"}
	manExit     = finding.Text{ZH: "退出码", EN: "EXIT STATUS"}
	manFiles    = finding.Text{ZH: "文件", EN: "FILES"}
	manEnv      = finding.Text{ZH: "环境变量", EN: "ENVIRONMENT"}

	manText = finding.Text{
		ZH: "hegao 逐处核对稿件里的数字、位次、日期、届次和名称：与台账比，与前后文比，与日历比，打印应当怎样改、为什么、依据是什么。不联网；同样的稿件、台账和设置，结果总是一样。",
		EN: "hegao compares every figure, rank, date, edition and name of news copy with a ledger of canonical figures, with the rest of the copy and with the calendar, and prints how it should read, why, and on whose authority. It needs no network; the same copy, ledger and settings always give the same report.",
	}
	exitTexts = []finding.Text{
		{ZH: "没有达到 --fail-on 的问题", EN: "nothing at or above --fail-on"},
		{ZH: "有达到 --fail-on 的问题", EN: "findings at or above it"},
		{ZH: "命令、设置或台账有误，或有稿件读不了", EN: "the command, the configuration or the ledger is wrong, or an input can't be read"},
		{ZH: "程序自身出错", EN: "a fault of hegao itself"},
	}
	fileTexts = [][2]finding.Text{
		{{ZH: ".hegao.yaml", EN: ".hegao.yaml"}, {ZH: "设置，从稿件所在文件夹向上找", EN: "settings; the nearest one upward from the copy holds"}},
		{{ZH: defaultBaseline, EN: defaultBaseline}, {ZH: "hegao baseline 写的基线", EN: "the baseline that hegao baseline writes"}},
	}
	envTexts = [][2]finding.Text{
		{{ZH: "NO_COLOR", EN: "NO_COLOR"}, {ZH: "不用颜色", EN: "no colour"}},
		{{ZH: "LC_ALL, LC_MESSAGES, LANG", EN: "LC_ALL, LC_MESSAGES, LANG"}, {ZH: "程序消息的语言；--lang 优先", EN: "the language of the program's own messages; --lang goes before"}},
	}
)

func (a *App) manCommand() *cli.Command {
	return a.command("man", "", finding.Text{ZH: "打印手册页（man -l -）", EN: "print the manual page, for man -l -"}, func(*cli.Context) error {
		_, err := fmt.Fprint(a.Stdout, a.manual(a.program()))
		return err
	})
}

// manual returns the manual page in roff.
func (a *App) manual(program *cli.App) string {
	m := &manPage{app: a}
	// No date: the same program always prints the same page.
	m.request(".TH HEGAO 1", `""`, quoteRoff("hegao "+a.Version), quoteRoff("hegao"))
	// Chinese isn't hyphenated, nor are the names of flags; lines stay ragged.
	m.request(".nh")
	m.request(".ad l")
	m.section(manName)
	m.text("hegao \\- " + roff(program.Usage))
	m.section(manSynopsis)
	for i, c := range leaves(nil, program.Commands) {
		if i > 0 {
			m.request(".br")
		}
		m.text(strings.TrimSpace("\\fBhegao " + roff(c.name) + "\\fR [" + roff(a.say(manOptions)) + "] " + roff(c.ArgsUsage)))
	}
	m.section(manAbout)
	m.text(roff(a.say(manText)))
	m.section(manCommands)
	for _, c := range leaves(nil, program.Commands) {
		m.request(".SS", quoteRoff("hegao "+c.name+" "+c.ArgsUsage))
		m.text(roff(c.Usage) + roff(a.say(finding.Text{ZH: "。", EN: "."})))
		m.rows(flagRows(c.Flags))
	}
	m.section(manFlags)
	m.rows(append(flagRows(program.Flags), [2]string{"--help", a.say(helpHelp)}))
	m.section(manExit)
	var codes [][2]string
	for i, t := range exitTexts {
		codes = append(codes, [2]string{fmt.Sprint(i), a.say(t)})
	}
	m.rows(codes)
	m.section(manFiles)
	m.pairs(fileTexts)
	m.section(manEnv)
	m.pairs(envTexts)
	return m.String()
}

// leaf is a command that does something, with its whole name.
type leaf struct {
	*cli.Command
	name string
}

// leaves lists the commands that do something, in their order.
func leaves(path []string, commands []*cli.Command) (out []leaf) {
	for _, c := range commands {
		if c.Hidden {
			continue
		}
		name := append(slices.Clone(path), c.Name)
		if len(c.Subcommands) > 0 {
			out = append(out, leaves(name, c.Subcommands)...)
			continue
		}
		out = append(out, leaf{c, strings.Join(name, " ")})
	}
	return out
}

// manPage gathers the lines of a manual page.
type manPage struct {
	strings.Builder
	app *App
}

func (m *manPage) request(parts ...string) { m.WriteString(strings.Join(parts, " ") + "\n") }

func (m *manPage) section(t finding.Text) { m.request(".SH", quoteRoff(m.app.say(t))) }

func (m *manPage) text(s string) { m.WriteString(s + "\n") }

// rows writes names with what they mean, indented.
func (m *manPage) rows(rows [][2]string) {
	for _, r := range rows {
		m.request(".TP")
		m.text("\\fB" + roff(r[0]) + "\\fR")
		m.text(roff(r[1]))
	}
}

func (m *manPage) pairs(pairs [][2]finding.Text) {
	var rows [][2]string
	for _, p := range pairs {
		rows = append(rows, [2]string{m.app.say(p[0]), m.app.say(p[1])})
	}
	m.rows(rows)
}

// roffEscapes are for a backslash and a hyphen that mustn't become a dash; a
// line of Chinese may break behind its marks.
var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "，", `，\:`, "。", `。\:`, "、", `、\:`, "；", `；\:`, "：", `：\:`)

// roff escapes text, also where it would be a request at the beginning of a
// line.
func roff(s string) string {
	s = roffEscapes.Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

func quoteRoff(s string) string {
	return `"` + strings.ReplaceAll(roff(strings.TrimSpace(s)), `"`, `""`) + `"`
}
