package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
)

// Slack's limits, in the characters that JavaScript counts. The last one is not documented: beyond
// it a message is refused as too long as a whole.
const (
	slackBlocks  = 50
	slackSection = 3000
	slackHeader  = 150
	slackMessage = 12000
)

// The text is in rich text blocks, whose text is only text. In Slack's own markup, which other blocks
// hold, nothing keeps a star from being a mark and "<!channel>" from calling everybody.
var slack = Exporter{Name: "slack", Summary: "a message in Slack's Block Kit", Extension: ".slack.json",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		d := newDocument(e, o)
		title := oneLine(d.title)
		s := &slackWriter{}
		s.blocks = append(s.blocks, map[string]any{"type": "header", "text": map[string]any{
			"type": "plain_text", "text": shorten(title, slackHeader), "emoji": false}})
		if utf16Len(title) > slackHeader {
			s.section([]*slackElement{{Type: "text", Text: title}})
		}
		for _, b := range d.all() {
			s.block(b, 0)
		}
		s.flush()
		switch {
		case len(s.blocks) > slackBlocks:
			return TooLong(fmt.Sprintf("the edition makes %d blocks of Slack, which takes %d in one message", len(s.blocks), slackBlocks))
		case s.total > slackMessage:
			return TooLong(fmt.Sprintf("the edition has %d characters, and Slack takes %d in one message", s.total, slackMessage))
		}
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(map[string]any{"text": slackText.Replace(shorten(title, slackSection)), "blocks": s.blocks})
	}, Foreign: jsonStrings}

// slackText escapes for a text field outside the blocks, which is shown in notifications.
var slackText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// slackElement is a part of a rich text block: a run of text, a link, or a list, quote or code that
// holds others.
type slackElement struct {
	Type     string          `json:"type"`
	Text     string          `json:"text,omitempty"`
	URL      string          `json:"url,omitempty"`
	Style    any             `json:"style,omitempty"` // a slackStyle, or of a list "bullet" or "ordered"
	Indent   int             `json:"indent,omitempty"`
	Offset   int             `json:"offset,omitempty"` // of a list: how many items came before its first
	Elements []*slackElement `json:"elements,omitempty"`
}

type slackStyle struct {
	Bold   bool `json:"bold,omitempty"`
	Italic bool `json:"italic,omitempty"`
	Strike bool `json:"strike,omitempty"`
	Code   bool `json:"code,omitempty"`
}

// slackWriter fills rich text blocks up to the limit of each.
type slackWriter struct {
	blocks []any
	open   []*slackElement
	size   int // of what is in open
	total  int
}

func (s *slackWriter) add(x *slackElement) {
	n := x.size()
	if s.size > 0 && s.size+n > slackSection {
		s.flush()
	}
	s.open = append(s.open, x)
	s.size += n
	s.total += n
}

func (s *slackWriter) flush() {
	if len(s.open) > 0 {
		s.blocks = append(s.blocks, map[string]any{"type": "rich_text", "elements": s.open})
	}
	s.open, s.size = nil, 0
}

func (x *slackElement) size() int {
	n := utf16Len(x.Text)
	for _, e := range x.Elements {
		n += e.size()
	}
	return n
}
