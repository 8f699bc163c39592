import type { Member, Payer } from './payers.ts'
import type { SubmittedClaim } from './submitted-claim.ts'

export interface RefusalContext {
  readonly payer: Payer | null
  readonly member: Member | null
  readonly duplicate: boolean
  readonly knownOriginal: boolean
  /** `YYYYMMDD`. */
  readonly today: string
}

/** Why a payer rejects a claim on receipt (STC01: category, status, entity), or null. Codes of the claim status lists. */
export const refuseClaim = (claim: SubmittedClaim, context: RefusalContext): string | null => {
  if (!context.payer) return 'A7:153:PR'
  if ((claim.order !== 'P' && claim.filing === 'MB') !== /^(1[2-6]|4[1237])$/.test(claim.insuranceType)) return 'A7:732'
  if (!isValidNpi(claim.billing.id)) return 'A7:562:85'
  if (claim.rendering && !isValidNpi(claim.rendering.id)) return 'A7:562:82'
  if (!context.member) return 'A7:164:IL'
  if (claim.total !== claim.lines.reduce((sum, { charge }) => sum + charge, 0)) return 'A7:178'
  if (claim.frequency !== '1') return context.knownOriginal ? null : 'A7:464'
  const days = claim.lines.map(({ day }) => day).sort()
  const first = days[0] ?? context.today
  if (first > context.today) return 'A7:187'
  if (daysBetween(first, context.today) > context.payer.filingDays) return 'A3:718'
  if (first < context.member.from || (context.member.to !== null && first > context.member.to)) return 'A3:88:IL'
  return context.duplicate ? 'A3:54' : null
}

/** The check digit of an NPI: Luhn over 80840 and its ten digits. */
const isValidNpi = (npi: string): boolean => {
  let sum = 0
  const digits = `80840${npi}`
  for (let place = digits.length - 1, isDoubled = false; place >= 0; place -= 1, isDoubled = !isDoubled) {
    const digit = Number(digits[place]) * (isDoubled ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return /^\d{10}$/.test(npi) && sum % 10 === 0
}

const daysBetween = (from: string, to: string): number => {
  const instant = (day: string): number =>
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)))
  return Math.round((instant(to) - instant(from)) / 86_400_000)
}
