package results

import "fmt"

// Carried names the measurement of a bus that carries events of one payload.
func Carried(payload string, fanout int, bus string) string {
	return fmt.Sprintf("%s/fanout=%d/bus=%s", payload, fanout, bus)
}

// Tool names the measurement of a whole process of a tool on a package of so many types.
func Tool(tool string, types int) string { return fmt.Sprintf("Tool/types=%d/tool=%s", types, tool) }

// Build names the measurement of the build of the package that an edition of busgen generated for
// so many types.
func Build(edition string, types int) string {
	return fmt.Sprintf("Build/types=%d/edition=%s", types, edition)
}
