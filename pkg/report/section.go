package report

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Section is a heading, or a bold or plain line that serves as one, and what stands under it.
type Section struct {
	Kind    Kind          // what the heading means; Other if it is none of the known kinds
	Heading Field[string] // without marks, emoji or closing hashes; unwritten for the part before the first heading
	Level   int           // 1 to 6; 0 for the part before the first heading; a label is one below the heading it stands under
	Label   bool          // named by a bold or plain line ("**Impact:** none", "Timeline:"), not by a heading
	Span    source.Span   // from the heading to the end of the last subsection
	Body    source.Span   // the section's own text, from below the heading to the next heading of any level
	Parent  *Section      // nil at the top
	Nodes   []ast.Node    // the section's own blocks; a label on a line with text shares that block with it

	heading ast.Node // nil for the part before the first heading and for a label
	sure    certainty
	named   Kind // what the heading means by itself
	told    bool // its heading is marked public: it tells customers
}

// Within reports whether the section is, or stands inside, one of a kind.
func (s *Section) Within(kind Kind) bool { return s.nearest(kind) != nil }

// nearest is the innermost section of a kind that s is or stands in.
func (s *Section) nearest(kind Kind) *Section {
	for ; s != nil; s = s.Parent {
		if s.Kind == kind {
			return s
		}
	}
	return nil
}

// cutter cuts the document into sections.
type cutter struct {
	r      *Report
	cur    *Section
	plain  bool // no heading is of a known kind: plain lines may name sections
	named  int  // items of lists above the first heading of a known kind that name sections
	whole  bool // a timeline or actions are among them: the list is the report, or its beginning
	titled bool // the title has been seen
	tops   int  // headings of level 1
}

// sections cuts the document at its headings and labels. The sections' own parts (heading and body)
// tile the file from the end of the front matter on.
func (r *Report) sections(start int) {
	end := len(r.File.Text)
	c := cutter{r: r, plain: true, cur: &Section{Span: source.Span{Start: start, End: end}, Body: source.Span{Start: start, End: end}}}
	r.Sections = append(r.Sections, c.cur)
	headings := make([]headingText, 0, 16)
	for n := r.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			p := r.PassageOf(h)
			if p == nil {
				p = &Passage{Node: h} // an empty heading
			}
			p = r.withCode(p)
			name := cleanHeading(p.Text)
			kind, sure := kindOf(name)
			headings = append(headings, headingText{p, name, kind, sure})
			if h.Level == 1 {
				c.tops++
			}
			c.plain = c.plain && (kind == Other || h.Level == 1 && len(headings) == 1 && sure == likely)
		}
		if n.Kind() == ast.KindList && c.plain {
			c.countLabels(n)
		}
	}
	for n := r.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			c.heading(n, headings[0])
			headings = headings[1:]
		case *ast.Paragraph:
			if !c.labels(n) {
				c.cur.Nodes = append(c.cur.Nodes, n)
			}
		case *ast.List:
			if !c.listed() || !c.listLabels(n) {
				c.cur.Nodes = append(c.cur.Nodes, n)
			}
		default:
			c.cur.Nodes = append(c.cur.Nodes, n)
		}
	}
	r.settle()
	if !r.Title.Written() {
		c.openingLine(len(r.Sections) == 1 || r.Sections[1].Label)
	}
}

// open begins a section at an offset; body is where its own text begins.
func (c *cutter) open(s *Section, at, body int) {
	end := len(c.r.File.Text)
	s.Span, s.Body = source.Span{Start: at, End: end}, source.Span{Start: body, End: end}
	c.cur.Body.End, s.Parent = at, nil
	same := s.sameLevelTimeline(c.cur)
	for p := c.cur; p != nil; p = p.Parent {
		if p.Level > 0 && (p.Level < s.Level && (s.Label || !p.Label) || p == same) {
			s.Parent = p
			break
		}
		p.Span.End = at
	}
	c.r.Sections = append(c.r.Sections, s)
	c.cur = s
}

// sameLevelTimeline finds the timeline that a heading which is a time belongs to although it stands
// on the same level: "## Timeline", "## 20 February", "### 10:04".
func (s *Section) sameLevelTimeline(cur *Section) *Section {
	if s.Label {
		return nil
	}
	t := cur.nearest(TimelineKind)
	if t == nil || t.Level != s.Level || t.Label {
		return nil
	}
	if _, ok := moment.Read(s.Heading.Value); !ok {
		return nil
	}
	return t
}

// inParent is the kind of a section given where it stands. The groups of an actions section
// ("Detection", "Mitigation") and the phases of a timeline are no sections of those kinds.
func (s *Section) inParent() Kind {
	p := s.Parent
	if p.Within(CustomerSummary) {
		return Other // it tells the same again in customers' words
	}
	if s.sure == likely && p.nested() {
		return Other
	}
	switch s.Kind {
	case Detection, Resolution, Response, Trigger, Impact:
		if p.Within(ActionsKind) || p.Within(TimelineKind) {
			return Other
		}
	case ActionsKind:
		if p.Within(ActionsKind) || p.tells() {
			return Other
		}
	case Summary, Background:
		if p.Within(TimelineKind) {
			return Other
		}
	}
	return s.Kind
}

// tells reports whether a section, or one that it stands in, is marked public: what it lists is what customers are told,
// and who does it by when stands elsewhere.
func (s *Section) tells() bool {
	for ; s != nil; s = s.Parent {
		if s.told {
			return true
		}
	}
	return false
}

// nested reports whether a section's parts belong to it whatever their headings end in: "Services
// affected" under "Root cause" says more about the cause.
func (s *Section) nested() bool {
	for ; s != nil; s = s.Parent {
		if s.Kind != Other && s.Kind != Summary && s.Kind != Background {
			return true
		}
	}
	return false
}

// settle decides the sections whose names mean a kind only where no plainer section has it.
func (r *Report) settle() {
	var have = map[Kind]bool{}
	for _, s := range r.Sections {
		if s.Kind == Other && s.named != Other && r.besideTimeline(s) {
			s.Kind = s.named
		}
		if s.sure != fallback {
			have[s.Kind] = true
		}
	}
	for _, s := range r.Sections {
		if s.Kind == ActionsKind && s.told && slices.ContainsFunc(r.Sections, func(o *Section) bool { return o.Kind == ActionsKind && !o.told }) {
			s.Kind = Other
		}
	}
	for i, s := range r.Sections {
		if s.sure != fallback || s.Kind == Other {
			continue
		}
		free := !have[s.Kind]
		key := HeadingKey(s.Heading.Value)
		switch {
		case key == "what went wrong":
			if !free || have[WentWell] || have[Lucky] || s.Within(Lessons) {
				s.Kind = WentPoorly
			}
		case s.Kind == Summary:
			if !free || r.proseBefore(i) {
				s.Kind = vocabulary()[key]
			}
		case !free || s.Parent.Within(ActionsKind) || s.Parent.Within(TimelineKind):
			s.Kind = vocabulary()[key]
		}
		have[s.Kind] = true
	}
}

// besideTimeline reports whether a section under a timeline's heading is none of its phases: the
// timeline's entries stand above it, and it has none.
func (r *Report) besideTimeline(s *Section) bool {
	t := s.Parent.nearest(TimelineKind)
	if t == nil || s.Within(ActionsKind) {
		return false
	}
	d := reader{r: r, s: t}
	if entries, _ := d.timed(t.Nodes); entries < 2 {
		return false
	}
	d.s = s
	entries, _ := d.timed(s.Nodes)
	return entries == 0
}

// proseBefore reports whether text stands between the title and the i-th section, which then does
// not open the report.
func (r *Report) proseBefore(i int) bool {
	for _, s := range r.Sections[:i] {
		if s.Level > 0 && s.Heading.Span != r.Title.Span && len(s.Nodes) > 0 {
			return true
		}
		for _, n := range s.Nodes {
			if n.Kind() == ast.KindParagraph && n.Lines().Len() > 1 {
				return true
			}
			if n.Kind() == ast.KindParagraph {
				line := n.Lines().At(0)
				if text := string(line.Value(r.File.Text)); strings.Count(text, " ") > 8 {
					return true
				}
			}
		}
	}
	return false
}

func (r *Report) lineStart(offset int) int { return r.File.Line(r.File.LineAt(offset)).Start }
