package directive

import "strings"

// nearest returns the entry whose name is most similar to name, if one is similar enough.
func nearest(name string) (Entry, bool) {
	name = strings.ToLower(name)
	best, found := Entry{}, false
	least := maxName + 1
	for _, e := range Table {
		d := Distance(name, e.Name)
		if d <= max(len(name), len(e.Name))/2 && d < least { // with more than half of the letters wrong, it is another word
			best, found, least = e, true, d
		}
	}
	return best, found
}

// Distance returns the number of letters to insert, delete, replace or swap with their neighbour to get from a to b.
func Distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
