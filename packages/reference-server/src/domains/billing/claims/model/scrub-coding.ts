import type { PayerRules } from '../../kernel/model/billing-pack.ts'
import type { Claim, ClaimLine } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
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
  const at = `${pointer}/modifiers`
  return [
    ...(missing.length === 0 && excess.length === 0
      ? []
      : [
          wanted.length === 0
            ? makeFinding('error', 'modifier-unwanted', at, { modifiers: [...modalityModifiers] })
            : makeFinding('error', 'modifier-differs', at, { modifiers: [...wanted] }),
        ]),
    ...(new Set(line.modifiers).size === line.modifiers.length ? [] : [makeFinding('error', 'duplicate-modifier', at)]),
  ]
}

/** The list ages between releases, so it warns. Modifiers of two digits belong to CPT, whose list is licensed: they are not looked up. */
const unknownModifierFindings = (
  { modifiers }: ClaimLine,
  { modifiers: known }: PayerRules,
  pointer: string,
): readonly Finding[] =>
  modifiers.some((modifier) => !/^\d\d$/.test(modifier) && !known.has(modifier))
    ? [makeFinding('warning', 'modifier-unknown', `${pointer}/modifiers`)]
    : []

const chargeFindings = ({ chargeCents }: ClaimLine, pointer: string): readonly Finding[] =>
  chargeCents > 0 ? [] : [makeFinding('error', 'charge-zero', `${pointer}/chargeCents`)]
