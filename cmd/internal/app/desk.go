package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/hegao/hegao/checker"
	"github.com/hegao/hegao/checker/config"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/ledger"
	"github.com/hegao/hegao/checker/rule"
	"github.com/hegao/hegao/rules"
)

// desk is what holds for the copy of one folder: the configuration found
// there, and a session with its ledgers and rules.
type desk struct {
	config  *config.Config
	session *checker.Session
}

// desks finds the desk of each input and makes each one once.
type desks struct {
	app      *App
	opts     *options
	byFolder map[string]string // folder → configuration file, "" for none
	byConfig map[string]*desk
}

func (a *App) newDesks(o *options) *desks {
	return &desks{app: a, opts: o, byFolder: map[string]string{}, byConfig: map[string]*desk{}}
}

// of returns the desk of an input. The error, if any, says what is wrong with
// its configuration or ledgers.
func (d *desks) of(path string) (*desk, error) {
	file, err := d.configFile(path)
	if err != nil {
		return nil, err
	}
	if found := d.byConfig[file]; found != nil {
		return found, nil
	}
	made, err := d.open(file)
	if err != nil {
		return nil, err
	}
	d.byConfig[file] = made
	return made, nil
}

// configFile returns the path of the configuration that holds for an input.
func (d *desks) configFile(path string) (string, error) {
	if d.opts.config != "" {
		return filepath.ToSlash(d.opts.config), nil
	}
	folder := "."
	if path != stdin {
		folder = filepath.Dir(path)
	}
	if file, known := d.byFolder[folder]; known {
		return file, nil
	}
	abs, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	file := config.Find(filepath.ToSlash(abs), isFile)
	d.byFolder[folder] = relative(file)
	return d.byFolder[folder], nil
}

func isFile(path string) bool {
	info, err := os.Stat(filepath.FromSlash(path))
	return err == nil && info.Mode().IsRegular()
}

// relative names a file from the current folder where that is shorter, since
// people know their files by that name and reports are the same on every
// machine.
func relative(file string) string {
	here, err := os.Getwd()
	if err != nil || file == "" {
		return file
	}
	if rel, err := filepath.Rel(here, filepath.FromSlash(file)); err == nil && len(rel) < len(file) {
		return filepath.ToSlash(rel)
	}
	return file
}

func (d *desks) open(file string) (*desk, error) {
	cfg, err := d.readConfig(file)
	if err != nil {
		return nil, err
	}
	led, err := d.app.loadLedgers(d.ledgers(cfg))
	if err != nil {
		return nil, err
	}
	s, err := d.session(cfg, led)
	return &desk{cfg, s}, err
}

// readConfig reads a configuration; "" is the empty one.
func (d *desks) readConfig(file string) (*config.Config, error) {
	if file == "" {
		return &config.Config{}, nil
	}
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t := readFailure(err)
		return nil, usagef(finding.Text{ZH: file + "：" + t.ZH, EN: file + ": " + t.EN})
	}
	return config.Parse(file, data, d.app.known())
}

// ledgers returns the ledgers of the command line, or else those of the
// configuration.
func (d *desks) ledgers(cfg *config.Config) []string {
	if len(d.opts.ledgers) > 0 {
		return d.opts.ledgers
	}
	var paths []string
	for _, l := range cfg.Ledgers {
		paths = append(paths, filepath.FromSlash(cfg.Resolve(l.Path)))
	}
	return paths
}

func (d *desks) session(cfg *config.Config, led *ledger.Ledger) (*checker.Session, error) {
	selected, err := rules.Select(d.opts.rules)
	if err != nil {
		return nil, err
	}
	selected = withNamed(selected, cfg, d.opts.rules)
	lang := cfg.Lang
	if d.opts.lang != "" {
		lang = d.opts.lang
	}
	return checker.New(checker.Options{
		Rules: append(selected, d.app.extra...), AllRules: append(rules.All(), d.app.extra...), Ledger: led, Lang: lang,
		Severities: cfg.Severities, Disabled: cfg.Disabled, Categories: d.opts.categories, CountsOnly: d.opts.countsOnly, Reasons: d.opts.reasons,
		RuleOptions: cfg.Options,
	})
}

// withNamed adds the rules that are off unless somebody names them and that the
// configuration sets, where the command line doesn't choose rules itself.
func withNamed(selected []*rule.Rule, cfg *config.Config, list []string) []*rule.Rule {
	if len(list) > 0 {
		return selected
	}
	return slices.DeleteFunc(rules.All(), func(r *rule.Rule) bool {
		_, leveled := cfg.Severities[r.ID]
		return r.Off && !leveled && len(cfg.Options[r.ID]) == 0
	})
}

// known lists what a configuration may name.
func (a *App) known() config.Known {
	k := config.Known{Aliases: map[string]string{}, Options: map[string][]string{}, Values: map[string][]string{}}
	for _, r := range rules.All() {
		k.Rules = append(k.Rules, r.ID)
		if r.NameZH != "" {
			k.Aliases[r.NameZH] = r.ID
		}
		for _, o := range r.Options {
			k.Options[r.ID] = append(k.Options[r.ID], o.Name)
			k.Values[r.ID+"."+o.Name] = o.Values
		}
	}
	return k
}

// ledgerError is one ledger that can't be found or read.
func ledgerError(path string, err error) error {
	t := readFailure(err)
	if errors.Is(err, fs.ErrNotExist) {
		t = finding.Text{ZH: "找不到这个台账", EN: "there is no such ledger"}
	}
	return usagef(finding.Text{ZH: path + "：" + t.ZH, EN: path + ": " + t.EN})
}
