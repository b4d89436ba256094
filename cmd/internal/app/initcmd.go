package app

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/config"
	"github.com/hegao/hegao/checker/finding"
)

// starter holds the files that `hegao init` writes.
//
//go:embed starter
var starter embed.FS

// hookMark tells a hook of ours from one that somebody else wrote.
const hookMark = "hegao init --hook"

func (a *App) initCommand() *cli.Command {
	return a.command("init", a.say(finding.Text{ZH: "[文件夹]", EN: "[FOLDER]"}), finding.Text{ZH: "写一套起步文件：设置、台账、pre-commit", EN: "write a starter set-up: settings, a ledger, pre-commit"}, a.init,
		&cli.BoolFlag{Name: "hook", Usage: a.say(finding.Text{ZH: "写 git 的 pre-commit 钩子，提交前检查暂存的稿件", EN: "write git's pre-commit hook, which checks what is staged"})},
		&cli.BoolFlag{Name: "github", Usage: a.say(finding.Text{ZH: "写 GitHub 的工作流", EN: "write a workflow for GitHub"})},
		&cli.BoolFlag{Name: "gitlab", Usage: a.say(finding.Text{ZH: "写 GitLab CI 的作业", EN: "write a job for GitLab CI"})},
	)
}

// init is `hegao init`. It never writes over a file.
func (a *App) init(c *cli.Context) error {
	folder := "."
	switch c.NArg() {
	case 0:
	case 1:
		folder = c.Args().First()
	default:
		return usagef(finding.Text{ZH: "只能写一个文件夹", EN: "name one folder"})
	}
	s := &setup{app: a, folder: folder, rev: a.revision()}
	if c.Bool("hook") || c.Bool("github") || c.Bool("gitlab") {
		return errors.Join(s.when(c.Bool("hook"), s.hook), s.when(c.Bool("github"), s.github), s.when(c.Bool("gitlab"), s.gitlab))
	}
	lang := "zh"
	if a.lang == "en" {
		lang = "en"
	}
	return errors.Join(
		s.write(config.Name, modeline("config")+s.text(lang+"/hegao.yaml"), 0o644),
		s.ledger(lang),
		s.write(".pre-commit-config.yaml", s.text("pre-commit.yaml"), 0o644),
		s.next(),
	)
}

// ledger writes a starter ledger where there is none: its examples would
// contradict the newsroom's own.
func (s *setup) ledger(lang string) error {
	if there, err := ledgerFiles(filepath.Join(s.folder, "ledger")); err == nil && len(there) > 0 {
		return s.tell(finding.Text{ZH: "已有，没有动：", EN: "is there already, left alone: "}, filepath.Join(s.folder, "ledger"))
	}
	return s.write(filepath.Join("ledger", "ledger.yaml"), modeline("ledger")+s.text(lang+"/ledger.yaml"), 0o644)
}

// setup writes files into a folder.
type setup struct {
	app         *App
	folder, rev string
}

func (s *setup) when(wanted bool, f func() error) error {
	if !wanted {
		return nil
	}
	return f()
}

// text returns a starter file with its blanks filled in.
func (s *setup) text(name string) string {
	data, err := starter.ReadFile("starter/" + name)
	if err != nil {
		panic(err) // the file is embedded: its name is wrong here
	}
	return strings.NewReplacer("{{rev}}", s.rev, "{{mark}}", hookMark).Replace(string(data))
}

// revision is the revision of the repository that other tools should take: the
// program's own where it is a released one.
func (a *App) revision() string {
	number, isRelease := strings.CutPrefix(a.Version, "v")
	if isRelease && strings.Count(number, ".") == 2 && strings.Trim(number, "0123456789.") == "" {
		return a.Version
	}
	return "main"
}

// write writes a file that isn't there yet and says so; one that is there stays
// as it is.
func (s *setup) write(name, text string, mode fs.FileMode) error {
	path := filepath.Join(s.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return cannotWrite(path, err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return s.tell(finding.Text{ZH: "已有，没有动：", EN: "is there already, left alone: "}, path)
	}
	if err != nil {
		return cannotWrite(path, err)
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return cannotWrite(path, err)
	}
	return s.tell(finding.Text{ZH: "写好：", EN: "written: "}, path)
}

func (s *setup) tell(what finding.Text, path string) error {
	_, err := fmt.Fprintln(s.app.Stdout, s.app.say(what)+filepath.ToSlash(path))
	return err
}

func cannotWrite(path string, err error) error {
	t := unwritable(err)
	return usagef(finding.Text{ZH: "写不了 " + path + "：" + t.ZH, EN: path + " can't be written: " + t.EN})
}

// next says what to do now.
func (s *setup) next() error {
	_, err := fmt.Fprintln(s.app.Stdout, s.app.say(finding.Text{
		ZH: "接下来：把权威数字写进 ledger/，用 hegao ledger check 检查，再用 hegao check 核稿。",
		EN: "Next: put canonical figures into ledger/, look it over with hegao ledger check, then check copy with hegao check."}))
	return err
}

// hook writes git's pre-commit hook.
func (s *setup) hook() error {
	r := &repository{root: s.folder}
	out, err := r.git("rev-parse", "--git-path", "hooks/pre-commit")
	if err != nil {
		return usagef(finding.Text{ZH: s.folder + " 不在 git 仓库里，没有地方放钩子", EN: s.folder + " isn't in a git repository: there is no place for a hook"})
	}
	path := strings.TrimSpace(string(out))
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.folder, path)
	}
	if there, err := os.ReadFile(path); err == nil && !strings.Contains(string(there), hookMark) {
		return usagef(finding.Text{ZH: path + " 已有别的钩子，没有动", EN: path + " is another hook; it was left alone"}).
			hint(finding.Text{ZH: "在里面加一行：hegao check --staged || exit 1", EN: "add a line to it: hegao check --staged || exit 1"})
	}
	in := *s
	in.folder = ""
	return in.write(path, s.text("hook.sh"), 0o755)
}

func (s *setup) github() error {
	return s.write(filepath.Join(".github", "workflows", "hegao.yml"), s.text("github-workflow.yml"), 0o644)
}

func (s *setup) gitlab() error {
	return s.write(".gitlab-ci.yml", s.text("gitlab-ci.yml"), 0o644)
}
