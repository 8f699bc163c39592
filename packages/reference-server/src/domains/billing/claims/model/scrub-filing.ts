import type { PackPayer } from '../../kernel/model/billing-pack.ts'
import type { Claim, ClaimLine, Day } from '../../kernel/model/claim.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'

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
  if (today > until)
    return [
      frequency === 'original'
        ? makeFinding('error', 'filing-too-late', '/lines', { days: payer.timelyFilingDays })
        : makeFinding('warning', 'correction-late', '/lines'),
    ]
  return fileBy(today, soonDays) > until ? [makeFinding('warning', 'filing-soon', '/lines', { date: until })] : []
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
    return repeats || billedBefore
      ? [makeFinding('error', billedBefore ? 'duplicate' : 'duplicate-line', `/lines/${index}`)]
      : []
  })
}

const future = makeFinding('error', 'service-in-future', '/lines')
