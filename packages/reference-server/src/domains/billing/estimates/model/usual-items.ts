import { priceOn, type BillingSettings, type Fee } from '../../kernel/model/billing-settings.ts'
import type { Day } from '../../kernel/model/claim.ts'
import type { EstimateGap, EstimateItem } from './estimate.ts'

export interface UsualSources {
  /** Null if it was requested without an appointment. */
  readonly visitTypeCode: string | null
  /** The day of the service, which decides the prices. */
  readonly day: Day
  readonly fees: readonly Fee[]
  readonly settings: BillingSettings
  readonly practitioner: { readonly npi?: string | undefined; readonly licenses: readonly object[] }
}

/** The items of an estimate that the server can issue, or what is missing. */
export type UsualItems =
  | { readonly items: readonly EstimateItem[]; readonly missing: readonly [] }
  | { readonly items: null; readonly missing: readonly EstimateGap[] }

/**
 * The usual services of a visit type, one unit of each, at the price of the day. An estimate must name its provider, their NPI and the
 * state of care (45 CFR 149.610(c)(1)(iv)-(v)): if one is missing, a person must issue it.
 */
export const usualItems = ({ visitTypeCode, day, fees, settings, practitioner }: UsualSources): UsualItems => {
  const missing: EstimateGap[] = []
  if (settings.provider === null) missing.push('provider-missing')
  if (!practitioner.npi) missing.push('npi-missing')
  if (practitioner.licenses.length === 0) missing.push('state-missing')
  const usual = visitTypeCode === null ? [] : usualServices(fees, visitTypeCode, day)
  if (visitTypeCode === null) missing.push('no-appointment')
  else if (usual.length === 0) missing.push('no-usual-service')
  const items = usual.flatMap(({ codeSystem, code }): EstimateItem[] => {
    const chargeCents = priceOn(fees, { codeSystem, code }, day)
    return chargeCents === null ? [] : [{ codeSystem, code, units: 1, chargeCents }]
  })
  if (items.length < usual.length) missing.push('no-price')
  return missing.length > 0 ? { items: null, missing } : { items, missing: [] }
}

/** Each service once, by its latest row: a service that is no longer usual is removed from the day of the new row on. */
const usualServices = (fees: readonly Fee[], visitTypeCode: string, day: Day): readonly Fee[] => {
  const byService = Map.groupBy(fees, ({ codeSystem, code }) => `${codeSystem} ${code}`)
  return [...byService.values()].flatMap((rows) => {
    const begun = rows.filter(({ from }) => from <= day)
    const [latest] = (begun.length > 0 ? begun : rows).toSorted((one, other) => other.from.localeCompare(one.from))
    return latest?.usualFor?.includes(visitTypeCode) ? [latest] : []
  })
}

/** Whether the patient would get other services or another price. */
export const differs = (one: readonly EstimateItem[], other: readonly EstimateItem[]): boolean => {
  const key = (items: readonly EstimateItem[]): string =>
    JSON.stringify(
      items.map(({ codeSystem, code, units, chargeCents }) => [codeSystem, code, units, chargeCents]).toSorted(),
    )
  return key(one) !== key(other)
}
