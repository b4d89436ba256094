package app

import (
	"github.com/urfave/cli/v2"

	"github.com/hegao/hegao/checker/finding"
)

// ledgerCheck is `hegao ledger check`: loading a ledger checks it.
func (a *App) ledgerCheck(c *cli.Context) error {
	paths := append(c.StringSlice("ledger"), c.Args().Slice()...)
	if len(paths) == 0 {
		var err error
		if paths, err = a.configuredLedgers(c); err != nil {
			return err
		}
	}
	led, err := a.loadLedgers(paths)
	if err != nil {
		return err
	}
	return a.ledgerSummary(led)
}

// configuredLedgers returns the ledgers that the configuration names.
func (a *App) configuredLedgers(c *cli.Context) ([]string, error) {
	d := a.newDesks(&options{config: c.String("config")})
	file, err := d.configFile(stdin)
	if err != nil {
		return nil, err
	}
	cfg, err := d.readConfig(file)
	if err != nil {
		return nil, err
	}
	paths := d.ledgers(cfg)
	if len(paths) == 0 {
		return nil, usagef(finding.Text{
			ZH: "没有说用哪个台账：请写路径，或者在 .hegao.yaml 里写明 ledgers",
			EN: "which ledger? name one, or put it under ledgers in .hegao.yaml"})
	}
	return paths, nil
}
