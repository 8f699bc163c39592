/** Each set ends when the next of its kind begins. */
export const withEffectiveTo = <Set extends { readonly effectiveFrom: string }>(
  sets: readonly Set[],
): readonly (Set & { readonly effectiveTo: string | null })[] =>
  sets.map((set, index) => ({ ...set, effectiveTo: sets[index + 1]?.effectiveFrom ?? null }))
