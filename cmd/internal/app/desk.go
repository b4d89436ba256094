package app

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	config   *config.Config
	session  *checker.Session
	baseline *baseline // that the configuration names, or nil
}

// desks finds the desk of each input and makes each one once.
type desks struct {
	app       *App
	opts      *options
	byFolder  map[string]string // folder → configuration file, "" for none
	configs   map[string]*config.Config
	ledgerOf  map[string]*ledger.Ledger // by the paths that name it
	baselines map[string]*baseline
	made      map[string]*desk // by configuration file and what holds for a path
}

func (a *App) newDesks(o *options) *desks {
	return &desks{app: a, opts: o, byFolder: map[string]string{}, configs: map[string]*config.Config{},
		ledgerOf: map[string]*ledger.Ledger{}, baselines: map[string]*baseline{}, made: map[string]*desk{}}
}

// of returns the desk of an input. The error, if any, says what is wrong with
// its configuration or ledgers.
func (d *desks) of(path string) (*desk, error) {
	file, err := d.configFile(path)
	if err != nil {
		return nil, err
	}
	base := d.configs[file]
	if base == nil {
		if base, err = d.readConfig(file); err != nil {
			return nil, err
		}
		d.configs[file] = base
	}
	cfg, key := base.For(nameBelow(file, path, base))
	key = file + key
	if found := d.made[key]; found != nil {
		return found, nil
	}
	made, err := d.open(cfg)
	if err != nil {
		return nil, err
	}
	d.made[key] = made
	return made, nil
}

// nameBelow returns the path of an input from its configuration's folder, with
// slashes; "" where nothing asks for it.
func nameBelow(file, path string, cfg *config.Config) string {
	if len(cfg.Paths) == 0 || path == stdin {
		return ""
	}
	folder, err := filepath.Abs(filepath.Dir(filepath.FromSlash(file)))
	if err != nil {
		return ""
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	name, err := filepath.Rel(folder, abs)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(name)
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

func (d *desks) open(cfg *config.Config) (*desk, error) {
	paths := d.ledgers(cfg)
	key := strings.Join(paths, "\x00")
	led, read := d.ledgerOf[key]
	if !read {
		var err error
		if led, err = d.app.loadLedgers(paths); err != nil {
			return nil, err
		}
		d.ledgerOf[key] = led
	}
	known, err := d.baseline(cfg)
	if err != nil {
		return nil, err
	}
	s, err := d.session(cfg, led)
	return &desk{cfg, s, known}, err
}

// baseline returns the baseline that a configuration names, where the run asks
// for it and the command line doesn't name one.
func (d *desks) baseline(cfg *config.Config) (*baseline, error) {
	if !d.opts.sieve.configured || cfg.Baseline == "" || d.opts.sieve.baseline != nil {
		return nil, nil
	}
	file := filepath.FromSlash(cfg.Resolve(cfg.Baseline))
	if d.baselines[file] == nil {
		b, _, err := readBaseline(file)
		if err != nil {
			return nil, err
		}
		d.baselines[file] = b
	}
	return d.baselines[file], nil
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
	cfg, err := d.parseConfig(file, data)
	if err == nil {
		for _, u := range cfg.Unreasoned {
			t := finding.Text{
				ZH: fmt.Sprintf("%s:%d: 关闭规则 %s 没有写明理由；请在行末加注释，或写 {severity: off, reason: …}", file, u.Line, u.Path),
				EN: fmt.Sprintf("%s:%d: %s is turned off without a reason; say why in a comment, or as {severity: off, reason: …}", file, u.Line, u.Path)}
			d.app.complain(t.In(d.app.lang))
		}
	}
	return cfg, err
}

func (d *desks) parseConfig(file string, data []byte) (*config.Config, error) {
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
	all := append(rules.All(), d.app.extra...)
	if !slices.ContainsFunc(d.opts.rules, func(name string) bool { return !strings.HasPrefix(name, "-") }) {
		selected = without(configured(all, cfg), d.opts.rules)
	}
	lang := cfg.Lang
	if d.opts.lang != "" {
		lang = d.opts.lang
	}
	return checker.New(checker.Options{
		Confidence: rules.Confidence,
		Rules:      selected, AllRules: all,
		Ledger: led, Packs: cfg.Packs, Lang: lang, Terms: cfg.Terms,
		Severities: cfg.Severities, Disabled: cfg.Disabled, Categories: d.opts.categories, CountsOnly: d.opts.countsOnly, Reasons: d.opts.reasons || d.opts.pages, Pages: d.opts.pages,
		RuleOptions: withStyle(all, cfg),
	})
}

// styleOption is the option by which a rule takes the house style.
const styleOption = "style"

// takesStyle reports whether a rule goes by a house style.
func takesStyle(r *rule.Rule, style string) bool {
	return style != "" && slices.ContainsFunc(r.Options, func(o rule.Option) bool {
		return o.Name == styleOption && slices.Contains(o.Values, style)
	})
}

// withStyle returns the options of rules with the house style given to those
// that go by one and for which nothing else is said.
func withStyle(all []*rule.Rule, cfg *config.Config) map[string]map[string]string {
	options := maps.Clone(cfg.Options)
	for _, r := range all {
		if _, said := cfg.Options[r.ID][styleOption]; said || !takesStyle(r, cfg.Style) {
			continue
		}
		values := maps.Clone(cfg.Options[r.ID])
		if values == nil {
			values = map[string]string{}
		}
		values[styleOption] = cfg.Style
		if options == nil {
			options = map[string]map[string]string{}
		}
		options[r.ID] = values
	}
	return options
}

// configured returns the rules that run where the command line names none: all
// but those that are off unless the configuration sets them, or names their
// house style.
func configured(all []*rule.Rule, cfg *config.Config) []*rule.Rule {
	return slices.DeleteFunc(slices.Clone(all), func(r *rule.Rule) bool {
		_, leveled := cfg.Severities[r.ID]
		return r.Off && !leveled && len(cfg.Options[r.ID]) == 0 && !takesStyle(r, cfg.Style)
	})
}

// without leaves out the rules that a list of names with a leading "-" names.
func without(rs []*rule.Rule, list []string) []*rule.Rule {
	return slices.DeleteFunc(rs, func(r *rule.Rule) bool {
		return slices.ContainsFunc(list, func(name string) bool {
			name = strings.TrimPrefix(name, "-")
			return name == r.ID || name == r.NameZH
		})
	})
}

// known lists what a configuration may name.
func (a *App) known() config.Known {
	k := config.Known{Packs: ledger.PackNames(), Aliases: map[string]string{}, Options: map[string][]string{}, Values: map[string][]string{}}
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
