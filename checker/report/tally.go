package report

import "strings"

// count is a number with the message that says it.
type count struct {
	message message
	n       int
}

// tally says the counts that aren't zero, in one line.
func tally(lang string, counts []count) string {
	var parts []string
	for _, c := range counts {
		if c.n != 0 {
			parts = append(parts, say(lang, c.message, c.n))
		}
	}
	return strings.Join(parts, say(lang, msgListComma))
}

// writeSummary writes the last line of a report: what was found, and how far the
// figures could be checked. Faults of the program have a line of their own.
func writeSummary(p *page, o Options, lang string, s *Summary) {
	found := []string{
		o.paint(styleIf(s.Error > 0, redBold), say(lang, msgErrors, s.Error)),
		o.paint(styleIf(s.Warning > 0, yellowBold), say(lang, msgWarnings, s.Warning)),
		o.paint(styleIf(s.Info > 0, cyanBold), say(lang, msgInfos, s.Info)),
	}
	p.WriteString(say(lang, msgFiles, s.Files) + say(lang, msgColon) + strings.Join(found, say(lang, msgListComma)) + say(lang, msgSemicolon))
	writeCounts(p, o, lang, s)
	if s.Faults > 0 {
		p.line(o.paint(redBold, say(lang, msgFaults, s.Faults)), say(lang, msgStop))
	}
}

// writeCounts ends a line with how far the figures could be checked.
func writeCounts(p *page, o Options, lang string, s *Summary) {
	c := s.Counts
	counted := []string{
		say(lang, msgConfirmed, c.Confirmed),
		say(lang, msgConsistent, c.Consistent),
		o.paint(styleIf(c.Contradicted > 0, redBold), say(lang, msgContradicted, c.Contradicted)),
		say(lang, msgUnchecked, c.Unchecked),
	}
	p.line(say(lang, msgFigures, c.Figures), say(lang, msgColon), strings.Join(counted, say(lang, msgListComma)), say(lang, msgStop))
}

func styleIf(on bool, s style) style {
	if on {
		return s
	}
	return plain
}
