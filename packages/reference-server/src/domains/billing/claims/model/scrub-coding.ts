import type { PayerRules } from '../../kernel/model/billing-pack.ts'
import type { Claim, ClaimLine } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { isBehavioral, modalityModifiers, telehealthFindings, telehealthModifiers } from './telehealth-rules.ts'
import type { VisitFacts } from './visit-facts.ts'

/** Whether this payer accepts the lines: codes, modality of the visit, modifiers, prices. */
export const codingFindings = (claim: Claim, visit: VisitFacts, rules: PayerRules): readonly Finding[] =>
  claim.lines.flatMap((line, index) => {
    const pointer = `/lines/${index}`
    const behavioral = isBehavioral(claim.renderingProvider.taxonomy)
    const audioOnlyReason =
      visit.note?.services.find(({ code, audioOnlyReason: reason }) => code === line.serviceCode && reason !== null)
        ?.audioOnlyReason ?? null
    const service = {
      code: line.serviceCode,
      modality: visit.modality,
      behavioral,
      audioOnlyReason,
      serviceDay: line.serviceDay,
    }
    return [
      ...telehealthFindings(rules, service, pointer),
      ...modifierFindings(line, telehealthModifiers(rules.telehealth, service), pointer),
      ...unknownModifierFindings(line, rules, pointer),
      ...chargeFindings(line, pointer),
    ]
  })

/** A line has exactly the payer's modifiers for the modality of the visit, none of the others, and no modifier twice. */
const modifierFindings = (line: ClaimLine, wanted: readonly string[], pointer: string): readonly Finding[] => {
  const used = line.modifiers.filter((modifier) => modalityModifiers.includes(modifier))
  const missing = wanted.filter((modifier) => !used.includes(modifier))
  const excess = used.filter((modifier) => !wanted.includes(modifier))
  const wants = wanted.length === 0 ? 'none of 95, 93, GT, GQ and FQ' : wanted.join(' and ')
  return [
    ...(missing.length === 0 && excess.length === 0
      ? []
      : [
          {
            code: 'modifier-differs' as const,
            pointer: `${pointer}/modifiers`,
            severity: 'error' as const,
            message: `For a visit held like this one, this payer wants ${wants}.`,
            remedy: 'Take the visit into the claim again: it sets the modifiers of how the visit was held.',
          },
        ]),
    ...(new Set(line.modifiers).size === line.modifiers.length
      ? []
      : [
          {
            code: 'duplicate-modifier' as const,
            pointer: `${pointer}/modifiers`,
            severity: 'error' as const,
            message: 'The same modifier is given twice.',
            remedy: 'Take one of them out.',
          },
        ]),
  ]
}

/** The list ages between releases, so it warns. Modifiers of two digits belong to CPT, whose list is licensed: they are not looked up. */
const unknownModifierFindings = (
  { modifiers }: ClaimLine,
  { modifiers: known }: PayerRules,
  pointer: string,
): readonly Finding[] =>
  modifiers.some((modifier) => !/^\d\d$/.test(modifier) && !known.has(modifier))
    ? [
        {
          code: 'modifier-unknown' as const,
          pointer: `${pointer}/modifiers`,
          severity: 'warning' as const,
          message: 'A modifier is not one of HCPCS on the day of the visit.',
          remedy: 'Correct it, or take it out.',
        },
      ]
    : []

const chargeFindings = ({ chargeCents }: ClaimLine, pointer: string): readonly Finding[] =>
  chargeCents > 0
    ? []
    : [
        {
          code: 'charge-zero' as const,
          pointer: `${pointer}/chargeCents`,
          severity: 'error',
          message: 'This service has no price.',
          remedy: 'Add its price to the fee schedule, then take the visit into the claim again.',
        },
      ]
