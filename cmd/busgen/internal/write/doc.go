// Package write is the last stage: it brings the output folder to what was generated, or says how it differs.
//
// Files that begin with the generated header are busgen's own, also if markers of a merge conflict stand before it, and so is the
// lock; all others are foreign and never touched. Own files that are not generated any more are removed. All new content is written beside the old before the first old file is
// replaced, and if a replacement fails, what was replaced is put back.
package write
