import { operation } from '../../../../platform/contracts/operation.ts'
import { estimateIssued } from '../../events.ts'
import { issuedEstimate, replaceIssued } from '../workflows/issue-estimate.ts'
import { serviceCodesFor } from '../../kernel/model/billing-pack.ts'
import { priceOn } from '../../kernel/model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyIssued, unknownCode, versionConflict } from '../../problems.ts'
import { readEstimate, updateEstimate } from '../store/estimates.ts'
import { readFees } from '../../fees/store/fees.ts'
import { readSettings } from '../../kernel/store/settings.ts'
import { presentEstimate } from '../presenters/present-estimate.ts'

export const issueEstimate = operation<BillingContext>()('issueEstimate', {
  gather: async ({ path }, { directory, pack, policy }, context) => {
    const { practitionerId } = await readEstimate(context.db, context, path.estimateId)
    const [practitioners, { zone }, { items: fees }, settings] = await Promise.all([
      directory.practitionerSummaries(context, [practitionerId]),
      directory.organization(context),
      readFees(context.db),
      readSettings(context.db),
    ])
    return { practitioner: practitioners.get(practitionerId), zone, fees, settings, pack, policy }
  },
  keep: async ({ path, body }, { practitioner, zone, fees, settings, pack, policy }, context) => {
    const { tx, now } = context
    const before = await readEstimate(tx, context, path.estimateId, 'for-update')
    if (before.status !== 'due') throw alreadyIssued()
    if (before.version !== body.version) throw versionConflict()
    const today = localDay(now, zone)
    const known = serviceCodesFor(pack, settings, today)
    const unknownAt = body.items.findIndex(
      ({ codeSystem, code }) =>
        priceOn(fees, { codeSystem, code }, today) === null &&
        !known.some((each) => each.code === code && each.codeSystem === codeSystem),
    )
    if (unknownAt >= 0) throw unknownCode(`/items/${unknownAt}/code`)
    await replaceIssued(context, before.appointmentId)
    const { items, diagnosisCodes } = body
    const issue = { by: 'member' as const, items, diagnosisCodes, feeVersion: null, zone, policy: policy.estimate }
    const estimate: Estimate = { ...issuedEstimate(before, issue, now), version: before.version + 1 }
    await updateEstimate(context, before, estimate)
    await context.emit(estimateIssued(estimate))
    return { status: 200, body: presentEstimate(estimate, practitioner) }
  },
})
