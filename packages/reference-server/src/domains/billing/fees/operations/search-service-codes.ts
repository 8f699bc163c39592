import { operation } from '../../../../platform/contracts/operation.ts'
import { serviceCodesFor } from '../../kernel/model/billing-pack.ts'
import { priceOn } from '../../kernel/model/billing-settings.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { readFees } from '../store/fees.ts'
import { readSettings } from '../../kernel/store/settings.ts'

/** Codes of the pack and of imported sets (CPT only with a license), and all codes for which the organization has a price. */
export const searchServiceCodes = operation<BillingContext>()('searchServiceCodes', {
  gather: async (_, { directory, pack }, context) => ({ pack, zone: (await directory.organization(context)).zone }),
  read: async ({ query }, { pack, zone }, { db, now }) => {
    const settings = await readSettings(db)
    const { items: fees } = await readFees(db)
    const today = localDay(now, zone)
    const named = serviceCodesFor(pack, settings, today)
    const names = new Set(named.map(({ code }) => code))
    const others = fees
      .filter(({ code }) => !names.has(code))
      .map(({ codeSystem, code }) => ({ codeSystem, code, name: code }))
    const words = (query.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const items = [...named, ...others]
      .filter(({ code, name }) => words.every((word) => `${code} ${name}`.toLowerCase().includes(word)))
      .slice(0, query.limit ?? 20)
      .map(({ codeSystem, code, name }) => {
        const chargeCents = priceOn(fees, { codeSystem, code }, today)
        return { codeSystem, code, name, ...(chargeCents !== null && { chargeCents }) }
      })
    const hasCpt = [...named, ...others].some(({ codeSystem }) => codeSystem === 'CPT')
    return { status: 200, body: { items, hasCpt } }
  },
})
