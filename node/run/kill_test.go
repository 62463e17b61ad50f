package run_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/node/run"
)

// build builds the node's command.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "node")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, "..").CombinedOutput()
	require.NoError(t, err, "%s", out)
	return binary
}

// blocks of the runs that are killed.
const blocks = 120

func command(binary, file string, blocks int) *exec.Cmd {
	return exec.Command(binary, "run", "-seed", "7", "-markets", "2", "-parties", "12", "-blocks", fmt.Sprint(blocks), "-db", file)
}

// TestKilledAtAnyMoment kills nodes at random moments, at least a hundred times. Each time the file holds whole blocks, and never fewer than
// before. Once a node reaches the end, its file equals that of an uninterrupted run.
func TestKilledAtAnyMoment(t *testing.T) {
	const kills = 100
	binary, folder := build(t), t.TempDir()
	straight := filepath.Join(folder, "straight.db")
	start := time.Now()
	out, err := command(binary, straight, blocks).CombinedOutput()
	require.NoError(t, err, "%s", out)
	took := time.Since(start)
	want := dump(t, straight)

	random := rand.New(rand.NewPCG(4, 4))
	killed, files, within := 0, 0, 0 // within: kills that left some blocks, but not all
	for killed < kills {
		files++
		file := filepath.Join(folder, fmt.Sprintf("killed-%d.db", files))
		longest := took / 3
		for last := 0; last < blocks; {
			node := command(binary, file, blocks)
			require.NoError(t, node.Start())
			time.Sleep(time.Duration(random.Int64N(int64(longest))))
			longest += took / 50    // so that one reaches the end, however slow the machine is
			_ = node.Process.Kill() // an error: it has ended before
			if err := node.Wait(); err == nil {
				require.Equal(t, blocks, height(t, file))
			} else {
				require.False(t, node.ProcessState.Exited(), "it was killed: %v", err)
				killed++
			}
			now := height(t, file)
			require.GreaterOrEqual(t, now, last)
			if last = now; 0 < now && now < blocks {
				within++
			}
		}
		require.Equal(t, want, dump(t, file))
	}
	require.Greater(t, within, kills/4)
	t.Logf("%d kills, %d of them between the first block and the last; %d files", killed, within, files)
}

// TestSignalEndsAtABlock interrupts a node that would run for long.
func TestSignalEndsAtABlock(t *testing.T) {
	binary := build(t)
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		file := filepath.Join(t.TempDir(), "interrupted.db")
		node := command(binary, file, run.MaxBlocks)
		var out, errs bytes.Buffer
		node.Stdout, node.Stderr = &out, &errs
		require.NoError(t, node.Start())
		require.Eventually(t, func() bool { return begun(file) }, 30*time.Second, 20*time.Millisecond)
		require.NoError(t, node.Process.Signal(signal))
		_ = node.Wait()
		require.Equal(t, run.ExitInterrupted, node.ProcessState.ExitCode(), errs.String())

		o := outcome{out: out.String()}
		last := height(t, file)
		require.Contains(t, errs.String(), fmt.Sprintf("node: interrupted after block %d of %d", last, run.MaxBlocks))
		require.Equal(t, last, o.number(t, `(?m)^database: .*, height (\d+)$`))
		db := open(t, file)
		require.Equal(t, []string{o.digest(t)}, column[string](t, db, "SELECT digest FROM blocks ORDER BY height DESC LIMIT 1"))
		require.NoError(t, db.Close())
	}
}

// begun reports whether some blocks have been written: they are in the log beside the file.
func begun(file string) bool {
	log, err := os.Stat(file + "-wal")
	return err == nil && log.Size() > 200_000
}
