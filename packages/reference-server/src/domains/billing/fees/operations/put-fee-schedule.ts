import { operation } from '../../../../platform/contracts/operation.ts'
import { feeScheduleChanged } from '../../events.ts'
import { isCdtShaped, isCptShaped } from '../../kernel/model/code-systems.ts'
import type { BillingContext } from '../../ports.ts'
import { codeSetNotLicensed } from '../../problems.ts'
import { updateFees } from '../store/fees.ts'
import { readSettings } from '../../kernel/store/settings.ts'
import { presentFees } from '../presenters/present-fees.ts'

export const putFeeSchedule = operation<BillingContext>()('putFeeSchedule', {
  gather: async (_, __, { db }) => readSettings(db),
  keep: async ({ body }, { cptLicensed }, context) => {
    // A licensed code is recognized by its format, whatever system the row names.
    const needsLicense = body.items.some(({ codeSystem, code }) => codeSystem === 'CPT' || isCptShaped(code))
    if ((needsLicense && !cptLicensed) || body.items.some(({ code }) => isCdtShaped(code))) throw codeSetNotLicensed()
    const written = await updateFees(context, body)
    await context.emit(feeScheduleChanged(written.version))
    return { status: 200, body: presentFees(written) }
  },
})
