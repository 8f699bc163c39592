import type { Adjustment, Remittance, RemittedClaim } from '../../kernel/model/remittance.ts'

/** Two amounts that should be one. Cents. */
export interface Imbalance {
  /**
   * `line`: charge - adjustments = paid. `claim`: charge - adjustments of the claim and its lines = paid. `charge`: the lines' charges are the
   * claim's. `patient`: the PR adjustments are what the patient owes. `payment`: claims - provider adjustments = money moved.
   * `reversal`: with what was posted before it comes to nothing.
   */
  readonly law: 'line' | 'claim' | 'charge' | 'patient' | 'payment' | 'reversal'
  /** JSON pointer into the Remittance. */
  readonly pointer: string
  readonly expectedCents: number
  readonly foundCents: number
}

/**
 * The balancing laws of the 835 (005010X221A1, 1.10.2). Empty means that every cent is accounted for; anything else must not be posted.
 * `earlier` holds, by our control number, what was posted of claims that this file reverses; a reversal of something that is not there is
 * checked by itself only.
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
    // A reversal takes the patient's part back by its adjustments and states none of its own.
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

/** What is reversed must be what was posted: its charge, its payment and each adjustment, by group and reason. */
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
  // -0 and 0 are the same money.
  expectedCents === foundCents ? [] : [{ law, pointer, expectedCents, foundCents }]
