package moment_test

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

func ExampleRead() {
	line := "**13:14 EDT (17:14 UTC)** the first report arrives"
	at, _ := moment.Read(line)
	fmt.Printf("%q %s in %s\n", at.Text, at.Clock(), at.Zone.Name)
	fmt.Printf("%q\n", line[at.OuterEnd:])
	// Output:
	// "13:14 EDT (17:14 UTC)" 13:14 in EDT
	// " the first report arrives"
}

func ExampleResolve() {
	zone, _ := moment.ParseZone("America/New_York")
	title := moment.Context{
		Date: moment.Date{Year: 2019, Month: time.March, Day: 9}, DateFrom: "the title",
		Zone: zone, ZoneFrom: "the front matter",
	}
	var items []moment.Item
	for _, entry := range []string{"23:40 the disk fills", "00:15 paged", "March 10, 02:30 restarted", "3/4 10:00 reviewed"} {
		at, _ := moment.Read(entry)
		items = append(items, moment.Item{Stamp: &at})
	}
	moment.Resolve(items, title)
	for _, it := range items {
		fmt.Print(it.Text, ":")
		if !it.Instant.IsZero() {
			fmt.Print(" ", it.Instant.Format(time.RFC3339))
		}
		for _, from := range it.Inferred {
			fmt.Printf(" (%s from %s)", from.What, from.From)
		}
		if it.Problem != "" {
			fmt.Print(" ", it.Problem)
		}
		fmt.Println()
	}
	// Output:
	// 23:40: 2019-03-10T04:40:00Z (date from the title) (zone from the front matter)
	// 00:15: 2019-03-10T05:15:00Z (date from the entry before) (day-after from the clock of the entry before) (zone from the front matter)
	// March 10, 02:30: (year from the entry before) (zone from the front matter) 02:30 did not exist in New York on 2019-03-10, when clocks were put forward
	// 3/4 10:00: it may be 3 April or March 4
}
