/** What the lines of a payment add up to. */
interface RemittanceTotals {
  readonly postedCents: number
  readonly unmatched: number
  readonly status: 'posted' | 'needs-work' | 'resolved-externally'
  readonly externalResolution: string | null
}

/** A payment after a person resolved one of its held lines: posted `postedCents` of it, or (null) resolved it outside Visitkit. */
export const afterLineResolved = <Payment extends RemittanceTotals>(
  before: Payment,
  postedCents: number | null,
  isResolvedExternally: boolean,
): Payment => {
  const unmatched = before.unmatched - 1
  const isExternal = postedCents === null || isResolvedExternally || before.externalResolution !== null
  return {
    ...before,
    unmatched,
    postedCents: before.postedCents + (postedCents ?? 0),
    status: unmatched > 0 ? 'needs-work' : isExternal ? 'resolved-externally' : 'posted',
  }
}
