/** A third of these, others at each commit. All of them with `TEST_VARIANTS=all` (`npm test -- --all`), and for a mutant. */
export const sampled = <One>(all: readonly One[]): readonly One[] => {
  const turn: unknown = import.meta.env['TEST_SAMPLES']
  return turn === 'all' ? all : all.filter((_, index) => index % 3 === Number(turn) % 3)
}
