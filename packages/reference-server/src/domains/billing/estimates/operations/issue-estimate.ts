import { operation } from '../../../../platform/contracts/operation.ts'
import { estimateIssued } from '../../events.ts'
import { issued, replaceIssued } from '../workflows/issue-estimate.ts'
import { serviceCodesFor } from '../../kernel/model/billing-pack.ts'
import { priceOn } from '../../kernel/model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyIssued, unknownCode, versionConflict } from '../../problems.ts'
import { readEstimate, updateEstimate } from '../store/estimates.ts'
import { readFees } from '../../fees/store/fees.ts'
import { readSettings } from '../../kernel/store/settings.ts'
import { answerOfEstimate } from '../presenters/answer-of-estimate.ts'

export const issueEstimate = operation<BillingContext>()('issueEstimate', {
  gather: async ({ path }, { directory, pack, policy }, reading) => {
    const { practitionerId } = await readEstimate(reading.db, reading, path.estimateId)
    const [practitioners, { zone }, { items: fees }, settings] = await Promise.all([
      directory.practitionerSummaries(reading, [practitionerId]),
      directory.organization(reading),
      readFees(reading.db),
      readSettings(reading.db),
    ])
    return { practitioner: practitioners.get(practitionerId), zone, fees, settings, pack, policy }
  },
  keep: async ({ path, body }, { practitioner, zone, fees, settings, pack, policy }, keeping) => {
    const { tx, now } = keeping
    const before = await readEstimate(tx, keeping, path.estimateId, 'lock')
    if (before.status !== 'due') throw alreadyIssued()
    if (before.version !== body.version) throw versionConflict()
    const today = localDay(now, zone)
    const known = serviceCodesFor(pack, settings, today)
    const stray = body.items.findIndex(
      ({ codeSystem, code }) =>
        priceOn(fees, { codeSystem, code }, today) === null &&
        !known.some((each) => each.code === code && each.codeSystem === codeSystem),
    )
    if (stray >= 0) throw unknownCode(`/items/${stray}/code`)
    await replaceIssued(keeping, before.appointmentId)
    const { items, diagnosisCodes } = body
    const issue = { by: 'member' as const, items, diagnosisCodes, feeVersion: null, zone, policy: policy.estimate }
    const estimate: Estimate = { ...issued(before, issue, now), version: before.version + 1 }
    await updateEstimate(keeping, before, estimate)
    await keeping.emit(estimateIssued(estimate))
    return { status: 200, body: answerOfEstimate(estimate, practitioner) }
  },
})
