package report

import "github.com/openpostmortem/postmortem/pkg/moment"

// metaTimes gives the front matter's times their instants. Each is read on its own, in the zone of
// the front matter or else of the timeline: one wrong key must not move the others.
func (r *Report) metaTimes() {
	c := moment.Context{AmbiguousZones: r.customs.AmbiguousZones}
	for _, z := range []struct {
		name, from string
	}{{r.Meta.Timezone.Value, "the front matter"}, {r.Timeline.Zone.Value, "the timeline"}} {
		if zone, ok := moment.ParseZone(z.name); ok {
			c.Zone, c.ZoneFrom = zone, z.from
			break
		}
	}
	for _, f := range []*Field[moment.Stamp]{&r.Meta.Started, &r.Meta.Detected, &r.Meta.Mitigated, &r.Meta.Resolved} {
		if f.Written() {
			moment.Resolve([]moment.Item{{Stamp: &f.Value}}, c)
		}
	}
}

// NewestFirst reports whether the timeline runs backwards from end to end, as status pages do.
func (t *Timeline) NewestFirst() bool {
	back := 0
	var last *Event
	for _, e := range t.Events {
		if last != nil {
			low, high, ok := last.Until(e)
			switch {
			case !ok:
				continue
			case high < 0:
				back++
			case low != 0 || high != 0:
				return false
			}
		}
		last = e
	}
	return back >= 2
}
