import { operation } from '../../../../platform/contracts/operation.ts'
import { feeScheduleChanged } from '../../events.ts'
import { isCdtShaped, isCptShaped } from '../../kernel/model/code-systems.ts'
import type { BillingContext } from '../../ports.ts'
import { codeSetNotLicensed, versionConflict } from '../../problems.ts'
import { replaceFees } from '../store/fees.ts'
import { readPrices } from '../store/terms.ts'
import { presentFees } from '../presenters/present-fees.ts'

export const putFeeSchedule = operation<BillingContext>()('putFeeSchedule', {
  gather: async (_, __, { db }) => readPrices(db),
  decide: ({ body }, { settings: { cptLicensed }, fees: before }, { caller }) => {
    // A licensed code is recognized by its format, whatever system the row names.
    const needsLicense = body.items.some(({ codeSystem, code }) => codeSystem === 'CPT' || isCptShaped(code))
    if ((needsLicense && !cptLicensed) || body.items.some(({ code }) => isCdtShaped(code))) throw codeSetNotLicensed()
    if (body.version !== before.version) throw versionConflict()
    const after = { items: body.items, version: before.version + 1 }
    return {
      writes: [replaceFees(caller.organizationId, after, before)],
      events: [feeScheduleChanged(after.version)],
      answer: { status: 200, body: presentFees(after) },
    }
  },
})
