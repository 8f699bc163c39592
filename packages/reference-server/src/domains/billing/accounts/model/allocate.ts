export interface Allocation {
  /** Null for a credit, which belongs to no visit. */
  readonly visitId: string | null
  readonly cents: number
}

/** Allocates a patient's payment to the oldest balances first; the rest is kept as a credit. The sum is always `cents`. */
export const allocatePayment = (
  cents: number,
  due: readonly { readonly visitId: string; readonly dueCents: number }[],
): readonly Allocation[] => {
  let left = cents
  const parts: Allocation[] = []
  for (const { visitId, dueCents } of due) {
    const part = Math.min(left, Math.max(dueCents, 0))
    if (part > 0) parts.push({ visitId, cents: part })
    left -= part
  }
  return left > 0 ? [...parts, { visitId: null, cents: left }] : parts
}

/**
 * Allocates a refund to where the payment went: the credit first, then the latest visit. `paid` is what is left there, oldest first. Throws
 * if it is less than `cents`.
 */
export const allocateRefund = (cents: number, paid: readonly Allocation[]): readonly Allocation[] => {
  let left = cents
  const parts: Allocation[] = []
  const ordered = [
    ...paid.filter(({ visitId }) => visitId === null),
    ...paid.filter((each) => each.visitId !== null).reverse(),
  ]
  for (const { visitId, cents: there } of ordered) {
    const part = Math.min(left, Math.max(there, 0))
    if (part > 0) parts.push({ visitId, cents: part })
    left -= part
  }
  if (left > 0) throw new RangeError('more is given back than was paid')
  return parts
}
