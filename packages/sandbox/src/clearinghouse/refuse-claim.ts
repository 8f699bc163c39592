import type { Member, Payer } from './payers.ts'
import type { SubmittedClaim } from './read-claims.ts'

export interface Circumstances {
  readonly payer: Payer | null
  readonly member: Member | null
  readonly duplicate: boolean
  readonly knownOriginal: boolean
  /** `YYYYMMDD`. */
  readonly today: string
}

/** Why a payer's front door sends a claim back (STC01: category, status, entity), or null. Numbers of the claim status lists. */
export const refuseClaim = (claim: SubmittedClaim, about: Circumstances): string | null => {
  if (!about.payer) return 'A7:153:PR'
  if (!checksOut(claim.billing.id)) return 'A7:562:85'
  if (claim.rendering && !checksOut(claim.rendering.id)) return 'A7:562:82'
  if (!about.member) return 'A7:164:IL'
  if (claim.total !== claim.lines.reduce((sum, { charge }) => sum + charge, 0)) return 'A7:178'
  if (claim.frequency !== '1') return about.knownOriginal ? null : 'A7:464'
  const days = claim.lines.map(({ day }) => day).sort()
  const first = days[0] ?? about.today
  if (first > about.today) return 'A7:187'
  if (daysBetween(first, about.today) > about.payer.filingDays) return 'A3:718'
  if (first < about.member.from || (about.member.to !== null && first > about.member.to)) return 'A3:88:IL'
  return about.duplicate ? 'A3:54' : null
}

/** The check digit of an NPI: Luhn over 80840 and its ten digits. */
const checksOut = (npi: string): boolean => {
  let sum = 0
  const digits = `80840${npi}`
  for (let place = digits.length - 1, double = false; place >= 0; place -= 1, double = !double) {
    const digit = Number(digits[place]) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return /^\d{10}$/.test(npi) && sum % 10 === 0
}

const daysBetween = (from: string, to: string): number => {
  const instant = (day: string): number =>
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)))
  return Math.round((instant(to) - instant(from)) / 86_400_000)
}
