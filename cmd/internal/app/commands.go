package app

import (
	"runtime"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/report"
)

// commands lists the commands in the order of the help.
func (a *App) commands() []*cli.Command {
	paths := a.say(finding.Text{ZH: "路径…", EN: "PATH…"})
	return []*cli.Command{
		a.command("check", paths, finding.Text{ZH: "检查稿件、文件夹或通配路径；- 读标准输入", EN: "check files, folders and globs; - reads standard input"}, a.check, a.checkFlags()...),
		a.command("figures", paths, finding.Text{ZH: "列出稿中每个数字的读法，以及是否得到印证", EN: "list every figure with what it was read as and whether it is confirmed"}, a.figures, a.figuresFlags()...),
		a.fixCommand(paths),
		a.compareCommand(),
		a.baselineCommand(paths),
		{
			Name: "ledger", Usage: a.say(finding.Text{ZH: "查台账、核台账", EN: "lint ledgers and look figures up"}), HideHelp: true,
			Subcommands: []*cli.Command{
				a.command("check", a.say(finding.Text{ZH: "[台账…]", EN: "[LEDGER…]"}), finding.Text{ZH: "检查台账有没有写错、自相矛盾", EN: "report what is wrong with ledgers"}, a.ledgerCheck, a.ledgerFlag(), a.configFlag()),
				a.command("show", a.say(finding.Text{ZH: "指标…", EN: "WORDS…"}), finding.Text{ZH: "按指标、地区等字眼查台账里的数字", EN: "look figures up by the words of metric, entity, period"}, a.ledgerShow, a.ledgerFlag(), a.configFlag()),
				a.command("import", a.say(finding.Text{ZH: "表格…", EN: "TABLE…"}), finding.Text{ZH: "把 CSV、XLSX、SDMX-CSV 表格变成台账", EN: "turn tables (CSV, XLSX, SDMX-CSV) into a ledger"}, a.ledgerImport, a.importFlags()...),
				a.command("draft", a.say(finding.Text{ZH: "通稿…", EN: "SOURCE…"}), finding.Text{ZH: "从通报、公报中摘出数字，拟成台账供核定", EN: "propose entries from a press release or communiqué, for review"}, a.ledgerDraft, a.draftFlags()...),
				a.command("diff", a.say(finding.Text{ZH: "旧台账 新台账 [稿件…]", EN: "OLD NEW [DRAFT…]"}), finding.Text{ZH: "两份台账差在哪里，哪些稿件还在用旧数", EN: "what changed between two ledgers, and which drafts use an old value"}, a.ledgerDiff, a.diffFlags()...),
			},
		},
		a.command("rules", "", finding.Text{ZH: "列出全部规则", EN: "list all rules"}, a.rules,
			a.choiceFlag("format", []string{"text", "json"}, finding.Text{ZH: "输出格式", EN: "output format"})),
		a.command("explain", a.say(finding.Text{ZH: "规则…", EN: "RULE…"}), finding.Text{ZH: "说明一条规则", EN: "print a rule's page"}, a.explain),
		a.initCommand(),
		a.schemaCommand(),
		a.completionCommand(),
		a.manCommand(),
		a.command("version", "", finding.Text{ZH: "显示版本", EN: "print the version"}, func(*cli.Context) error { return a.printVersion() }),
		hidden(a.command("help", "", helpHelp, a.helpCommand)),
	}
}

func (a *App) command(name, args string, usage finding.Text, action cli.ActionFunc, flags ...cli.Flag) *cli.Command {
	return &cli.Command{
		Name: name, Usage: a.say(usage), ArgsUsage: args, HideHelp: true, Action: action,
		Flags: flags,
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			return wrongValue(err)
		},
	}
}

func hidden(c *cli.Command) *cli.Command {
	c.Hidden = true
	return c
}

// helpCommand is `hegao help [COMMAND…]`.
func (a *App) helpCommand(c *cli.Context) error {
	program := a.program()
	v, err := reorder(program, append(c.Args().Slice(), "--help"))
	if err == nil {
		a.help(a.Stdout, program, v.path)
	}
	return err
}

// The values that flags take.
var (
	failLevels  = []string{"error", "warning", "info", "never"}
	fromFormats = []string{"auto", "txt", "md", "jsonl"}
	languages   = []string{"zh", "en"}
)

func (a *App) checkFlags() []cli.Flag {
	flags := append([]cli.Flag{a.ledgerFlag()}, a.inputFlags()...)
	flags = append(flags, a.selectionFlags()...)
	return append(flags,
		a.choiceFlag("format", report.CheckFormats(), finding.Text{ZH: "输出格式", EN: "output format"}),
		a.outputFlag(),
		a.choiceFlag("fail-on", failLevels, finding.Text{ZH: "发现这一级及以上的问题时退出码为 1（默认 error）", EN: "exit with 1 on findings of this severity or above (default error)"}),
		&cli.BoolFlag{Name: "together", Usage: a.say(finding.Text{ZH: "把这些文件当作一个版面或一期来查，文件之间同一事实写得不一也报", EN: "take the files as one page or one edition: report facts that differ between them, too"})},
		&cli.StringFlag{Name: "since", Usage: a.say(finding.Text{ZH: "`版本` 只报这个 git 版本以来改动的行；“版本...” 从分岔处算起", EN: "`REV` report only lines changed since a git revision; “REV...” since the branch left it"})},
		&cli.BoolFlag{Name: "staged", Usage: a.say(finding.Text{ZH: "只报已 git add 的改动，检查的是暂存的内容", EN: "report only what is staged for the next commit, as it is staged"})},
		&cli.StringFlag{Name: "baseline", Usage: a.say(finding.Text{ZH: "`文件` 不报这个基线里记下的问题", EN: "`FILE` leave out the findings that this baseline records"})},
	)
}

// selectionFlags say which rules and categories count.
func (a *App) selectionFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "rules", Usage: a.say(finding.Text{ZH: "`名单` 只用这些规则；-名称 表示排除", EN: "`LIST` run only these rules; -NAME leaves one out"})},
		&cli.StringSliceFlag{Name: "category", Usage: a.say(finding.Text{ZH: "`名单` 只报这些类别；-名称 表示排除", EN: "`LIST` report only these categories; -NAME leaves one out"})},
	}
}

func (a *App) figuresFlags() []cli.Flag {
	return append(append([]cli.Flag{a.ledgerFlag()}, a.inputFlags()...),
		a.choiceFlag("format", report.FiguresFormats(), finding.Text{ZH: "输出格式", EN: "output format"}),
		a.outputFlag(),
		&cli.BoolFlag{Name: "why", Usage: a.say(finding.Text{ZH: "每个数字另起一行说明为什么这样读", EN: "say on a line of its own why each figure was read so"})},
	)
}

// inputFlags say how copy is read, and by how many workers.
func (a *App) inputFlags() []cli.Flag {
	return append(a.readingFlags(),
		&cli.IntFlag{Name: "jobs", Value: runtime.NumCPU(), Usage: a.say(finding.Text{ZH: "`个数` 同时检查几篇", EN: "`N` documents checked at once"})})
}

// readingFlags say how copy is read.
func (a *App) readingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "date", Usage: a.say(finding.Text{ZH: "`年-月-日` 见报日期，今年、上月由此推算；缺省时取自稿件", EN: "`YYYY-MM-DD` day of publication that “this year” counts from; else taken from the copy"})},
		a.choiceFlag("from", fromFormats, finding.Text{ZH: "稿件格式（默认按扩展名）", EN: "format of the copy (by its name unless said)"}),
		&cli.StringFlag{Name: "encoding", Usage: a.say(finding.Text{ZH: "`编码` 稿件编码，缺省时自动判断", EN: "`NAME` encoding of the copy; found out unless said"})},
		a.configFlag(),
	}
}

func (a *App) ledgerFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "ledger", Usage: a.say(finding.Text{ZH: "`路径` 台账文件或文件夹，可写多次；缺省时由 .hegao.yaml 指定", EN: "`PATH` ledger file or folder, repeatable; else .hegao.yaml names it"})}
}

func (a *App) configFlag() cli.Flag {
	return &cli.StringFlag{Name: "config", Usage: a.say(finding.Text{ZH: "`文件` 配置文件；缺省时从稿件所在文件夹向上找 .hegao.yaml", EN: "`FILE` configuration; else the nearest .hegao.yaml upward from the copy"})}
}

func (a *App) outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Usage: a.say(finding.Text{ZH: "`文件` 写到这个文件，而不是屏幕", EN: "`FILE` write there instead of the screen"})}
}

func (a *App) langFlag() cli.Flag {
	return a.choiceFlag("lang", languages, finding.Text{ZH: "消息用的语言（默认随稿件）", EN: "language of messages (that of the copy unless said)"})
}

// choiceFlag is a flag that takes one of a few words.
func (a *App) choiceFlag(name string, words []string, usage finding.Text) cli.Flag {
	list := words[0]
	for _, w := range words[1:] {
		list += "|" + w
	}
	return &cli.StringFlag{Name: name, Usage: "`" + list + "` " + a.say(usage), Action: func(_ *cli.Context, value string) error {
		for _, w := range words {
			if w == value {
				return nil
			}
		}
		return usagef(finding.Text{
			ZH: "--" + name + " 不能是 “" + value + "”，可选 " + list,
			EN: "--" + name + " can't be “" + value + "”; it is one of " + list,
		}).didYouMean("", value, words)
	}}
}
