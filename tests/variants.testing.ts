/**
 * The variants of a test that run: one of them, another at each commit, or all with `TEST_VARIANTS=all` (`npm test -- --all`). Variants are
 * languages, engines and screens of the same test.
 */
export const variants = <Variant>(all: readonly Variant[]): readonly Variant[] => {
  const turn = process.env['TEST_VARIANTS']
  return turn === 'all' ? all : [all[Number(turn) % all.length] as Variant]
}

/**
 * About a third of a long list, at least one, and others at each commit; all with `TEST_SAMPLES=all`, as for a mutant. `offset` lets lists of
 * the same length choose different places.
 */
export const sampled = <One>(all: readonly One[], offset = 0): readonly One[] => {
  const turn = process.env['TEST_SAMPLES'] ?? 'all'
  if (turn === 'all') return all
  const first = (Number(turn) + offset) % Math.max(1, Math.min(3, all.length))
  return all.filter((_, index) => index % 3 === first)
}
