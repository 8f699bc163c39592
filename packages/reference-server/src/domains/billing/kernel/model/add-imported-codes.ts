import { withEffectiveTo } from '../../../../platform/code-sets/with-effective-to.ts'
import type { BillingPack, Dated, PackFee, PackServiceCode } from './billing-pack.ts'
import { isCdtShaped, isCptShaped } from './code-systems.ts'
import type { ImportedServiceCode } from './read-service-codes.ts'

/** One imported set of codes of one system, as stored. */
export interface ServiceCodeSet {
  readonly effectiveFrom: string
  readonly source: string
  /** The day on which the importing person stated that they hold a CPT license; null for sets that need none. */
  readonly cptLicense: { readonly statedOn: string } | null
  readonly codes: readonly ImportedServiceCode[]
}

/**
 * The pack with the sets that an operator has imported, by code system in the order of their dates, each until the next begins. A shipped
 * code is kept unless an imported set has it. Prices become the initial prices of organizations that are set up later. Throws on a set with
 * CPT codes without a statement of a license.
 */
export const addImportedCodes = (pack: BillingPack, systems: readonly (readonly ServiceCodeSet[])[]): BillingPack => {
  const sets = systems.flatMap((ofOneSystem) => withEffectiveTo(ofOneSystem))
  for (const { source, cptLicense, codes } of sets)
    if (codes.some(({ code }) => isCdtShaped(code) || (cptLicense === null && isCptShaped(code))))
      throw new Error(
        `The imported service codes "${source}" hold licensed codes: import them again and confirm that you hold a license.`,
      )
  const begins = new Map<string, string>()
  for (const { codes, effectiveFrom } of sets)
    for (const { code } of codes)
      if (effectiveFrom < (begins.get(code) ?? '9999-12-31')) begins.set(code, effectiveFrom)
  return {
    ...pack,
    serviceCodes: [
      ...sets.flatMap(({ codes, ...dated }) =>
        codes.map(({ codeSystem, code, name }): PackServiceCode => ({ codeSystem, code, name, ...daysOf(dated) })),
      ),
      ...until(pack.serviceCodes, begins),
    ],
    fees: [
      ...sets.flatMap(({ codes, ...dated }) =>
        codes.flatMap(({ code, chargeCents }): PackFee[] =>
          chargeCents === null ? [] : [{ code, chargeCents, ...daysOf(dated) }],
        ),
      ),
      ...pack.fees.filter(({ code }) => !begins.has(code)),
    ],
  }
}

const daysOf = ({ effectiveFrom, effectiveTo, source }: Dated): Dated => ({ effectiveFrom, effectiveTo, source })

/** Shipped rows end when an imported set first has their code; rows that would never be valid are omitted. */
const until = (rows: readonly PackServiceCode[], begins: ReadonlyMap<string, string>): readonly PackServiceCode[] =>
  rows.flatMap((row) => {
    const end = begins.get(row.code)
    if (end === undefined || (row.effectiveTo !== null && row.effectiveTo <= end)) return [row]
    return row.effectiveFrom < end ? [{ ...row, effectiveTo: end }] : []
  })
