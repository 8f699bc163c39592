/**
 * The variants of a test that run: one of them, another at each commit, or all with `TEST_VARIANTS=all` (`npm test -- --all`). Variants are
 * languages, engines and screens of the same test.
 */
export const variants = <Variant>(all: readonly Variant[]): readonly Variant[] => {
  const turn = process.env['TEST_VARIANTS']
  return turn === 'all' ? all : [all[Number(turn) % all.length] as Variant]
}
