import type { PackPayer } from '../../kernel/model/billing-pack.ts'
import type { Claim, ClaimLine, Day } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'

/** A service that was billed earlier for the same patient, to any payer. */
export interface EarlierService {
  /** The claim's. */
  readonly controlNumber: string
  readonly renderingNpi: string
  readonly serviceDay: Day
  readonly serviceCode: string
  readonly modifiers: readonly string[]
}

const soonDays = 14

/** The last day on which a claim for a service on `serviceDay` may arrive. */
const fileBy = (serviceDay: Day, timelyFilingDays: number): Day => {
  const day = new Date(`${serviceDay}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + timelyFilingDays)
  return day.toISOString().slice(0, 10)
}

/** Too late, nearly too late, or before the service. */
export const filingFindings = ({ lines, frequency }: Claim, payer: PackPayer, today: Day): readonly Finding[] => {
  const days = lines.map(({ serviceDay }) => serviceDay).sort()
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const until = fileBy(first, payer.timelyFilingDays)
  if (last > today) return [future]
  if (today > until) return [frequency === 'original' ? tooLate(payer.timelyFilingDays) : lateCorrection]
  return fileBy(today, soonDays) > until ? [soon(until)] : []
}

/**
 * The same service by the same practitioner on the same day, billed again. A second one that was really provided has a modifier (76, 77, 59
 * or similar), so that the two lines differ. A replacement or void repeats the earlier one by intention.
 */
export const duplicateFindings = (claim: Claim, earlier: readonly EarlierService[]): readonly Finding[] => {
  if (claim.frequency === 'void') return []
  const key = (service: Omit<EarlierService, 'controlNumber'>): string =>
    [service.renderingNpi, service.serviceDay, service.serviceCode, ...[...service.modifiers].sort()].join(' ')
  const others = new Set(earlier.filter(({ controlNumber }) => controlNumber !== claim.controlNumber).map(key))
  const seen = new Set<string>()
  return claim.lines.flatMap((line: ClaimLine, index): readonly Finding[] => {
    const own = key({ ...line, renderingNpi: claim.renderingProvider.npi })
    const repeats = seen.has(own)
    seen.add(own)
    const billedBefore = claim.frequency === 'original' && others.has(own)
    return repeats || billedBefore ? [duplicate(index, billedBefore)] : []
  })
}

const duplicate = (index: number, billedBefore: boolean): Finding => ({
  code: 'duplicate',
  pointer: `/lines/${index}`,
  severity: 'error',
  message: billedBefore
    ? 'This service was billed before: same practitioner, day, code and modifiers.'
    : 'The claim contains this service twice.',
  remedy: 'Correct the earlier claim instead of sending another. If it was provided twice, add a modifier.',
})

const future: Finding = {
  code: 'service-in-future',
  pointer: '/lines',
  severity: 'error',
  message: 'The day of service has not come yet.',
  remedy: 'Wait for it, or correct the day.',
}

const tooLate = (days: number): Finding => ({
  code: 'filing-too-late',
  pointer: '/lines',
  severity: 'error',
  message: `This payer takes claims within ${days} days of the service, and they are over.`,
  remedy: "Ask the payer for an exception in writing, or write the charge off. It is not the patient's to pay.",
})

/** Payers count the time for a correction from their first response, each by its own rule. */
const lateCorrection: Finding = {
  code: 'correction-late',
  pointer: '/lines',
  severity: 'warning',
  message: 'The days for a first claim are over; this payer may have another limit for corrections.',
  remedy: "Look at the payer's manual before you send it.",
}

const soon = (until: Day): Finding => ({
  code: 'filing-soon',
  pointer: '/lines',
  severity: 'warning',
  message: `The claim must arrive by ${until}.`,
  remedy: 'Send it today.',
})
