// Package write is the last stage: it updates the output folder, or reports how the folder differs from the generated files.
//
// Files that start with the generated header are busgen's own, also if markers of a merge conflict come before it. So is the lock. All other
// files are foreign and never touched. Own files that are no longer generated are removed. All new files are written beside the old ones
// before the first old file is replaced. If a replacement fails, those before it are undone.
package write
