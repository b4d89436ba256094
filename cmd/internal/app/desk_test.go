package app

import (
	"strings"
	"testing"

	"github.com/hegao/hegao/checker/config"
	"github.com/hegao/hegao/checker/finding"
	"github.com/hegao/hegao/checker/rule"
)

// Which rules run is for the configuration and the command line to say.
func TestConfiguredRules(t *testing.T) {
	house := []rule.Option{{Name: "style", Values: []string{"ap", "british"}}}
	all := []*rule.Rule{{ID: "plain", NameZH: "平常"}, {ID: "off", Off: true}, {ID: "house", Off: true, Options: house}, {ID: "mild", Options: house}}
	tests := []struct {
		cfg  config.Config
		list string
		want string
	}{
		{config.Config{}, "", "plain mild"},
		{config.Config{Severities: map[string]finding.Severity{"off": finding.Info}}, "", "plain off mild"},
		{config.Config{Style: "ap"}, "", "plain house mild"},
		{config.Config{Style: "chinese"}, "", "plain mild"},
		{config.Config{Style: "ap"}, "-house -平常", "mild"},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range without(configured(all, &tt.cfg), strings.Fields(tt.list)) {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%+v %q: %v, want %s", tt.cfg, tt.list, got, tt.want)
		}
	}
	options := withStyle(all, &config.Config{Style: "british", Options: map[string]map[string]string{"mild": {"style": "ap"}}})
	if options["house"]["style"] != "british" || options["mild"]["style"] != "ap" || options["plain"] != nil {
		t.Errorf("%v", options)
	}
}
