import type { Claim } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'

/** What a person may have mistyped: nothing that a rule of a payer or the visit decides. */

/** A diagnosis is given once, with or without its dot. */
export const diagnosisFindings = ({ diagnoses }: Pick<Claim, 'diagnoses'>): readonly Finding[] => {
  const codes = diagnoses.map((code) => code.replaceAll('.', '').toUpperCase())
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index ? [] : [makeFinding('error', 'duplicate-diagnosis', `/diagnoses/${index}`)],
  )
}

/** A charge of less than a half, or more than the double, of the fee schedule's is probably a slip of the keyboard. */
const farFactor = 2

export const usualChargeFindings = (
  { lines }: { readonly lines: readonly Pick<Claim['lines'][number], 'chargeCents'>[] },
  usualCharges: readonly (number | null)[],
): readonly Finding[] =>
  lines.flatMap(({ chargeCents }, index) => {
    const usual = usualCharges[index] ?? null
    const isFar = usual !== null && (chargeCents > usual * farFactor || chargeCents * farFactor < usual)
    if (!isFar || chargeCents === 0 || usual === 0) return []
    return [makeFinding('warning', 'charge-unusual', `/lines/${index}/chargeCents`)]
  })
