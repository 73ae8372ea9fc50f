package report

import "github.com/openpostmortem/postmortem/pkg/source"

// maxBytes is the most that is read of one report.
const maxBytes = 8 << 20

// exceeds reports the first bound that a text breaks, and where.
func exceeds(text []byte) (what string, at source.Span, over bool) {
	if len(text) > maxBytes {
		return "the text is larger than 8 MiB", source.Span{Start: maxBytes, End: len(text)}, true
	}
	return "", source.Span{}, false
}
