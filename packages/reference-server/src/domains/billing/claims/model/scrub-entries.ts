import type { Claim } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'

/** What a person may have mistyped: nothing that a rule of a payer or the visit decides. */

/** A diagnosis is given once, with or without its dot. */
export const diagnosisFindings = ({ diagnoses }: Pick<Claim, 'diagnoses'>): readonly Finding[] => {
  const codes = diagnoses.map((code) => code.replaceAll('.', '').toUpperCase())
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [
          {
            code: 'duplicate-diagnosis' as const,
            pointer: `/diagnoses/${index}`,
            severity: 'error' as const,
            message: 'The same diagnosis is given twice.',
            remedy: 'Take one of them out, and point the services to the other.',
          },
        ],
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
    return [
      {
        code: 'charge-unusual' as const,
        pointer: `/lines/${index}/chargeCents`,
        severity: 'warning' as const,
        message: 'The charge is far from the price in the fee schedule.',
        remedy: 'Compare it with the fee schedule. Correct it, or leave it as it is if it is meant.',
      },
    ]
  })
