package moment

// Inference says that a part of a stamp came from elsewhere.
type Inference struct {
	What string // "year", "date", "zone", "day-after" or "day-before"
	From string // "the heading on line 12", "the entry before", ...
}

func (s *Stamp) infer(what, from string) {
	s.Inferred = append(s.Inferred, Inference{what, from})
}

// inferZone notes where a stamp has its zone from. Most stamps of a document have it from one place, and
// share the note.
func (r *resolver) inferZone(s *Stamp, from string) {
	if len(s.Inferred) > 0 {
		s.infer("zone", from)
		return
	}
	if r.zoneNote == nil || r.zoneNote[0].From != from {
		r.zoneNote = []Inference{{"zone", from}}
	}
	s.Inferred = r.zoneNote[:1:1]
}
