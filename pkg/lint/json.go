package lint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// finding is a Diagnostic as JSON shows it. Columns count code points.
type finding struct {
	Rule        string    `json:"rule"`
	Severity    string    `json:"severity"`
	Path        string    `json:"path"`
	Place       place     `json:"place"`
	Message     string    `json:"message"`
	Hint        string    `json:"hint,omitempty"`
	Related     []related `json:"related"`
	Fix         *fixFace  `json:"fix,omitempty"`
	Fingerprint string    `json:"fingerprint"`
}

type related struct {
	Path    string `json:"path"`
	Place   place  `json:"place"`
	Message string `json:"message"`
}

type fixFace struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []editFace `json:"edits"`
}

// editFace replaces the bytes from Start to End, offsets in the file, by New.
type editFace struct {
	Place place  `json:"place"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

func faceOf(d *Diagnostic) finding {
	f := finding{d.Rule, d.Severity.String(), d.File.Path, inRunes(d.File, d.Span), d.Message, d.Hint, []related{}, nil, d.Fingerprint()}
	for _, r := range d.Related {
		file := r.file(d)
		f.Related = append(f.Related, related{file.Path, inRunes(file, r.Span), r.Message})
	}
	if d.Fix != nil {
		f.Fix = &fixFace{d.Fix.Title, d.Fix.Safe, []editFace{}}
		for _, e := range d.Fix.Edits {
			f.Fix.Edits = append(f.Fix.Edits, editFace{inRunes(d.File, e.Span), e.Span.Start, e.Span.End, e.New})
		}
	}
	return f
}

// summary is Totals as JSON shows it.
type summary struct {
	Reports    int            `json:"reports"`
	Errors     int            `json:"errors"`
	Warnings   int            `json:"warnings"`
	Hints      int            `json:"hints"`
	Fixable    int            `json:"fixable"`
	Unsafe     int            `json:"fixableUnsafely"`
	Suppressed int            `json:"suppressed"`
	Known      int            `json:"inBaseline"`
	Stale      []Entry        `json:"staleInBaseline"`
	ByRule     map[string]int `json:"byRule"`
}

func (t *Totals) face() summary {
	return summary{t.Reports, t.BySeverity[Error], t.BySeverity[Warning], t.BySeverity[Hint], t.Fixable, t.Unsafe,
		t.Suppressed, t.Known, append([]Entry{}, t.Stale...), t.ByRule}
}

func writeJSON(w io.Writer, r *Result) error {
	j := jsonWriter{w: w}
	j.raw(`{"schema":1,"findings":[`)
	j.list(r, func(d *Diagnostic) any { return faceOf(d) })
	j.raw(`],"summary":`)
	j.value(r.Totals.face())
	j.raw("}\n")
	return j.err
}

func writeJSONLines(w io.Writer, r *Result) error {
	j := jsonWriter{w: w}
	for d := range r.Findings {
		j.value(faceOf(&d))
		j.raw("\n")
	}
	return j.err
}

// jsonWriter writes JSON part by part, so that the findings need not be held.
type jsonWriter struct {
	w   io.Writer
	err error
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

// list writes what of makes of each finding, one on a line; nil leaves a finding out.
func (j *jsonWriter) list(r *Result, of func(*Diagnostic) any) {
	between := "\n"
	for d := range r.Findings {
		if v := of(&d); v != nil {
			j.raw(between)
			j.value(v)
			between = ",\n"
		}
		if j.err != nil {
			return
		}
	}
	if between != "\n" {
		j.raw("\n")
	}
}

func (j *jsonWriter) value(v any) {
	if j.err != nil {
		return
	}
	text, err := json.Marshal(v)
	if err != nil {
		j.err = err
		return
	}
	_, j.err = j.w.Write(plain(text))
}

// plain escapes in JSON what must not reach a terminal raw; such characters stand only in strings,
// and the value stays the same.
func plain(text []byte) []byte {
	if !bytes.ContainsFunc(text, hidden) {
		return text
	}
	var b bytes.Buffer
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case !hidden(r):
			b.Write(text[:n])
		case r > 0xFFFF:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		text = text[n:]
	}
	return b.Bytes()
}
