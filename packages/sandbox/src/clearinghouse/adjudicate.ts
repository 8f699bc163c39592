import type { Member, Payer } from './payers.ts'
import type { PriorDecision, ServiceLine, SubmittedClaim } from './submitted-claim.ts'

/** CAS: group, reason (numbers only), cents. */
export type Cas = readonly [group: string, reason: string, amount: number]

interface AdjudicatedLine {
  readonly line: ServiceLine
  readonly paid: number
  readonly cas: readonly Cas[]
  readonly remarks: readonly string[]
}

export interface AdjudicatedClaim {
  readonly claim: SubmittedClaim
  /** CLP02. */
  readonly status: string
  /** The payer's claim number. */
  readonly number: string
  readonly charge: number
  readonly paid: number
  readonly patient: number
  readonly lines: readonly AdjudicatedLine[]
}

/** The scripted outcome of matching claims. Every property that is given must match; an empty `match` matches all claims. */
export interface Rule {
  readonly match: {
    readonly control?: string
    readonly memberId?: string
    readonly payerId?: string
    readonly serviceCode?: string
  }
  readonly outcome:
    | { readonly kind: 'reject'; readonly status: string }
    | { readonly kind: 'deny'; readonly group: string; readonly reason: string; readonly remarks?: readonly string[] }
    /** `forwards`: the payer says that it has forwarded the claim to another one (CLP02 19, 20 or 21). */
    | { readonly kind: 'pay'; readonly percent: number; readonly forwards?: boolean }
    /** Never answered: for claims whose status has to be requested. */
    | { readonly kind: 'silence' }
}

export const ruleMatches = ({ match }: Rule, claim: SubmittedClaim, line?: ServiceLine): boolean =>
  (match.control === undefined || match.control === claim.control) &&
  (match.memberId === undefined || match.memberId === claim.subscriber.id) &&
  (match.payerId === undefined || match.payerId === claim.payer.id) &&
  (match.serviceCode === undefined ||
    (line ? line.code === match.serviceCode : claim.lines.some(({ code }) => code === match.serviceCode)))

/**
 * The payer's decision for each line. What is not covered is denied (the provider bears it). Of the rest, the contractual adjustment (CO
 * 45) is deducted, the patient owes the deductible (PR 1) and copay (PR 3, once), and the payer pays what is left. Each cent is counted
 * once.
 */
export const adjudicate = (
  claim: SubmittedClaim,
  number: string,
  payer: Payer,
  member: Member,
  rules: readonly Rule[],
): AdjudicatedClaim => {
  let copay = member.copay
  let deductible = member.deductibleLeft
  const lines = claim.lines.map((line): AdjudicatedLine => {
    const rule = rules.find((each) => ruleMatches(each, claim, line))?.outcome
    const denial = rule?.kind === 'deny' ? rule : lineDenial(payer, line)
    if (denial)
      return {
        line,
        paid: 0,
        cas: line.charge === 0 ? [] : [[denial.group, denial.reason, line.charge]],
        remarks: denial.remarks ?? [],
      }
    const percent = rule?.kind === 'pay' ? rule.percent : payer.allowedPercent
    const allowed = Math.round((line.charge * percent) / 100)
    const ofDeductible = Math.min(deductible, allowed)
    const ofCopay = Math.min(copay, allowed - ofDeductible)
    deductible -= ofDeductible
    copay -= ofCopay
    const cas: readonly Cas[] = [
      ['CO', '45', line.charge - allowed],
      ['PR', '1', ofDeductible],
      ['PR', '3', ofCopay],
    ]
    return {
      line,
      paid: allowed - ofDeductible - ofCopay,
      cas: cas.filter(([, , amount]) => amount !== 0),
      remarks: [],
    }
  })
  const patient = lines
    .flatMap(({ cas }) => cas)
    .reduce((sum, [group, , amount]) => sum + (group === 'PR' ? amount : 0), 0)
  const paid = lines.reduce((sum, line) => sum + line.paid, 0)
  const denied = lines.every(({ cas, paid: none }) => none === 0 && cas.length === 1 && cas[0]?.[0] !== 'PR')
  return { claim, status: denied ? '4' : placeOf(claim, rules), number, charge: claim.total, paid, patient, lines }
}

/**
 * The decision of a payer after the first: it pays its percentage of what the one before left to the patient. The rest is taken off (CO 45)
 * or left to the patient (PR 2). What the payers before paid and took off is OA 23. CLP02 says whether it is the second or the third.
 */
export const adjudicateNext = (
  claim: SubmittedClaim,
  prior: PriorDecision,
  number: string,
  payer: Payer,
  rules: readonly Rule[],
): AdjudicatedClaim => {
  let unassigned = prior.lines.length > 0 ? 0 : prior.left
  const lines = claim.lines.map((line, at): AdjudicatedLine => {
    const ofLine = prior.lines[at]?.left ?? Math.min(unassigned, line.charge)
    if (prior.lines.length === 0) unassigned -= ofLine
    const rule = rules.find((each) => ruleMatches(each, claim, line))?.outcome
    const percent = rule?.kind === 'pay' ? rule.percent : payer.allowedPercent
    const paid = rule?.kind === 'deny' ? 0 : Math.round((ofLine * percent) / 100)
    const [group, reason] =
      rule?.kind === 'deny' ? [rule.group, rule.reason] : payer.leavesNothing ? ['CO', '45'] : ['PR', '2']
    const cas: readonly Cas[] = [
      ['OA', '23', line.charge - ofLine],
      [group, reason, ofLine - paid],
    ]
    return { line, paid, cas: cas.filter(([, , amount]) => amount !== 0), remarks: [] }
  })
  const patient = lines
    .flatMap(({ cas }) => cas)
    .reduce((sum, [group, , amount]) => sum + (group === 'PR' ? amount : 0), 0)
  const paid = lines.reduce((sum, line) => sum + line.paid, 0)
  const isDenied = rules.some((rule) => rule.outcome.kind === 'deny' && ruleMatches(rule, claim))
  return {
    claim,
    status: isDenied ? '4' : placeOf(claim, rules),
    number,
    charge: claim.total,
    paid,
    patient,
    lines,
  }
}

/** CLP02: 1, 2 or 3; 19, 20 or 21 if the payer has forwarded the claim too. */
const placeOf = (claim: SubmittedClaim, rules: readonly Rule[]): string => {
  const rule = rules.find((each) => ruleMatches(each, claim))?.outcome
  return String(claim.priors.length + (rule?.kind === 'pay' && rule.forwards === true ? 19 : 1))
}

/** Medicare pays for none of the audio-video codes of CPT 2025 (procedure code not payable: 181); 98016 is not among them. */
const lineDenial = (
  payer: Payer,
  line: ServiceLine,
): { readonly group: string; readonly reason: string; readonly remarks?: readonly string[] } | null =>
  payer.deniesTelemedicineCodes && /^980(0\d|1[0-5])$/.test(line.code)
    ? { group: 'CO', reason: '181', remarks: ['N56'] }
    : null

/** The reversal of a decision: every amount with the opposite sign (zero stays zero, not minus zero). */
export const reverse = (adjudicated: AdjudicatedClaim): AdjudicatedClaim => ({
  ...adjudicated,
  status: '22',
  charge: 0 - adjudicated.charge,
  paid: 0 - adjudicated.paid,
  patient: 0,
  lines: adjudicated.lines.map((line) => ({
    ...line,
    line: { ...line.line, charge: 0 - line.line.charge },
    paid: 0 - line.paid,
    cas: line.cas.map(([group, reason, amount]) => [group, reason, -amount] as const),
  })),
})
