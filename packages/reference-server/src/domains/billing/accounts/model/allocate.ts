export interface Allocation {
  /** Null for money that is due for no visit: a credit. */
  readonly visitId: string | null
  readonly cents: number
}

/** A patient's payment goes to what has been due longest; what is more than due is kept as a credit. Sums to `cents`, always. */
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
 * A refund comes out of where the payment went: the credit first, then the latest visit. `paid` is what is left there, oldest first. Throws
 * when there is not so much.
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
