package results

import "fmt"

// Carried names the measurement of a bus that carries events.
func Carried(mode fmt.Stringer, fanout int, bus string) string {
	return fmt.Sprintf("%v/fanout=%d/bus=%s", mode, fanout, bus)
}

// Tool names the measurement of a whole process of a tool on a package of so many types.
func Tool(tool string, types int) string { return fmt.Sprintf("Tool/types=%d/tool=%s", types, tool) }

// Build names the measurement of the build of the generated package of so many types.
func Build(types int) string { return fmt.Sprintf("Build/types=%d", types) }

// Code names the measurement of the size of that package.
func Code(types int) string { return fmt.Sprintf("Code/types=%d", types) }

// Route names the measurement of routing prebuilt events of so many types: one of them, or a mix.
func Route(types int, of string) string { return fmt.Sprintf("Route/types=%d/of=%s", types, of) }
