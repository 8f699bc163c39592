export interface Staff {
  readonly memberId: string
  readonly displayName: string
}

/** Members to choose from, by name. */
export const staffOptions = (staff: readonly Staff[]): readonly (readonly [string, string])[] =>
  staff
    .map(({ memberId, displayName }) => [memberId, displayName] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other))
