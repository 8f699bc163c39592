import type { Adjustment, Remittance, RemittedClaim } from '../../kernel/model/remittance.ts'

/** Two amounts that should be equal. Cents. */
export interface Imbalance {
  /**
   * `line`: charge - adjustments = paid. `claim`: charge - adjustments of the claim and its lines = paid. `charge`: the lines' charges sum
   * to the claim's. `patient`: the PR adjustments are the patient's responsibility. `payment`: claims - provider adjustments = money moved.
   * `reversal`: the sum with the reversed posting is zero.
   */
  readonly law: 'line' | 'claim' | 'charge' | 'patient' | 'payment' | 'reversal'
  /** JSON pointer into the Remittance. */
  readonly pointer: string
  readonly expectedCents: number
  readonly foundCents: number
}

/**
 * The balancing rules of the 835 (005010X221A1, 1.10.2). An empty result means that every cent is accounted for. If the payment itself does
 * not balance, nothing of it may be posted; a claim that does not balance in itself is not posted, and does not stop others. `earlier` contains, by our control number, the postings of claims that this file reverses. A reversal without one is only checked
 * in itself.
 */
export const balanceRemittance = (
  remittance: Remittance,
  earlier: ReadonlyMap<string, RemittedClaim> = new Map(),
): readonly Imbalance[] => [
  ...remittance.claims.flatMap((claim, index) => balanceClaim(claim, `/claims/${index}`)),
  ...remittance.claims.flatMap((claim, index) => {
    const original = claim.status === 'reversal' ? earlier.get(claim.controlNumber) : undefined
    return original ? balanceReversal(original, claim, `/claims/${index}`) : []
  }),
  ...held(
    'payment',
    '/paidCents',
    sum(remittance.claims.map(({ paidCents }) => paidCents)) -
      sum(remittance.providerAdjustments.map(({ amountCents }) => amountCents)),
    remittance.paidCents,
  ),
]

const balanceClaim = (claim: RemittedClaim, pointer: string): readonly Imbalance[] => {
  // Its adjustments could not be read. It is not posted; what it paid counts in the payment.
  if (claim.fault) return []
  const all = adjustmentsOf(claim)
  return [
    ...claim.lines.flatMap((line, index) =>
      held(
        'line',
        `${pointer}/lines/${index}/paidCents`,
        line.chargeCents - sum(line.adjustments.map(({ amountCents }) => amountCents)),
        line.paidCents,
      ),
    ),
    ...(claim.lines.length === 0
      ? []
      : held('charge', `${pointer}/chargeCents`, sum(claim.lines.map((line) => line.chargeCents)), claim.chargeCents)),
    ...held(
      'claim',
      `${pointer}/paidCents`,
      claim.chargeCents - sum(all.map(({ amountCents }) => amountCents)),
      claim.paidCents,
    ),
    // A reversal reverses the patient's part by its adjustments and states no patient responsibility.
    ...(claim.status === 'reversal'
      ? []
      : held(
          'patient',
          `${pointer}/patientResponsibilityCents`,
          groupSum(all, 'PR'),
          claim.patientResponsibilityCents,
        )),
  ]
}

/** A reversal must match what was posted: its charge, its payment and each adjustment, by group and reason. */
const balanceReversal = (original: RemittedClaim, reversal: RemittedClaim, pointer: string): readonly Imbalance[] => [
  ...held('reversal', `${pointer}/chargeCents`, -original.chargeCents, reversal.chargeCents),
  ...held('reversal', `${pointer}/paidCents`, -original.paidCents, reversal.paidCents),
  ...[...new Set([...adjustmentsOf(original), ...adjustmentsOf(reversal)].map(kindOf))].flatMap((kind) =>
    held('reversal', `${pointer}/adjustments`, -kindSum(original, kind), kindSum(reversal, kind)),
  ),
]

const adjustmentsOf = (claim: RemittedClaim): readonly Adjustment[] => [
  ...claim.adjustments,
  ...claim.lines.flatMap(({ adjustments }) => adjustments),
]

const kindOf = ({ group, reason }: Adjustment): string => `${group} ${reason}`

const kindSum = (claim: RemittedClaim, kind: string): number =>
  sum(
    adjustmentsOf(claim)
      .filter((each) => kindOf(each) === kind)
      .map(({ amountCents }) => amountCents),
  )

const groupSum = (adjustments: readonly Adjustment[], group: Adjustment['group']): number =>
  sum(adjustments.filter((each) => each.group === group).map(({ amountCents }) => amountCents))

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const held = (
  law: Imbalance['law'],
  pointer: string,
  expectedCents: number,
  foundCents: number,
): readonly Imbalance[] =>
  // -0 and 0 are the same amount.
  expectedCents === foundCents ? [] : [{ law, pointer, expectedCents, foundCents }]
