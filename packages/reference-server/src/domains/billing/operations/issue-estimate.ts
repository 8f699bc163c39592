import { operation } from '../../../platform/http/operation.ts'
import { estimateTold } from '../events.ts'
import { issued, replaceIssued } from '../issue-estimate.ts'
import { priceOn } from '../model/billing-settings.ts'
import { isInForce } from '../model/billing-pack.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../model/local-day.ts'
import type { BillingContext } from '../ports.ts'
import { alreadyIssued, unknownCode, versionConflict } from '../problems.ts'
import { readEstimate, updateEstimate } from '../store/estimates.ts'
import { readFees } from '../store/fees.ts'
import { answerOfEstimate } from './answer-of-estimate.ts'

export const issueEstimate = operation<BillingContext>()('issueEstimate', {
  gather: async ({ path }, { directory, pack, policy }, reading) => {
    const { practitionerId } = await readEstimate(reading.db, reading, path.estimateId)
    const [practitioners, { zone }, { items: fees }] = await Promise.all([
      directory.practitionerSummaries(reading, [practitionerId]),
      directory.organization(reading),
      readFees(reading.db),
    ])
    return { practitioner: practitioners.get(practitionerId), zone, fees, pack, policy }
  },
  keep: async ({ path, body }, { practitioner, zone, fees, pack, policy }, keeping) => {
    const { tx, now } = keeping
    const before = await readEstimate(tx, keeping, path.estimateId, 'lock')
    if (before.status !== 'due') throw alreadyIssued()
    if (before.version !== body.version) throw versionConflict()
    const today = localDay(now, zone)
    const stray = body.items.findIndex(
      ({ codeSystem, code }) =>
        priceOn(fees, { codeSystem, code }, today) === null &&
        !pack.serviceCodes.some(
          (known) => known.code === code && known.codeSystem === codeSystem && isInForce(known, today),
        ),
    )
    if (stray >= 0) throw unknownCode(`/items/${stray}/code`)
    await replaceIssued(keeping, before.appointmentId)
    const { items, diagnosisCodes } = body
    const issue = { by: 'member' as const, items, diagnosisCodes, feeVersion: null, zone, policy: policy.estimate }
    const estimate: Estimate = { ...issued(before, issue, now), version: before.version + 1 }
    await updateEstimate(keeping, before, estimate)
    await keeping.emit(estimateTold('estimate-issued', estimate))
    return { status: 200, body: answerOfEstimate(estimate, practitioner) }
  },
})
