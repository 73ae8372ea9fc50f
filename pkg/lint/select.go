package lint

// Selection says which rules run, and how severe their findings are.
type Selection struct {
	Group     Group               // empty means Recommended
	Rules     map[string]Severity // by name, over what the group says; a rule named here runs unless Off
	Overrides []Override          // for some reports, each over those before it
}

// Override changes the severities for the reports whose path matches.
type Override struct {
	Match func(path string) bool
	Rules map[string]Severity
}

// Holds reports whether the group has the rules of another.
func (g Group) Holds(of Group) bool { return g.rank() >= of.rank() }

func (g Group) rank() int {
	switch g {
	case Strict:
		return 1
	case All:
		return 2
	}
	return 0
}

// levels gives the severity of each rule for a report.
func (l *Linter) levels(path string) []Severity {
	levels := l.base
	copied := false
	for _, o := range l.o.Selection.Overrides {
		if !o.Match(path) {
			continue
		}
		if !copied {
			levels, copied = append([]Severity(nil), levels...), true
		}
		for i, r := range l.rules {
			if s, ok := o.Rules[r.Name]; ok {
				levels[i] = s
			}
		}
	}
	return levels
}

func baseLevels(rules []Rule, s Selection) []Severity {
	levels := make([]Severity, len(rules))
	for i, r := range rules {
		if s.Group.Holds(r.Group) {
			levels[i] = r.Severity
		}
		if named, ok := s.Rules[r.Name]; ok {
			levels[i] = named
		}
	}
	return levels
}
