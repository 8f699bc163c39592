import { operation } from '../../../../platform/contracts/operation.ts'
import { estimateIssued } from '../../events.ts'
import { gatherEstimateSources, issuedEstimate, replaceIssued } from '../workflows/issue-estimate.ts'
import { serviceCodesFor } from '../../kernel/model/billing-pack.ts'
import { priceOn } from '../../kernel/model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyIssued, unknownCode, versionConflict } from '../../problems.ts'
import { listEstimatesByAppointment, readEstimate, replaceEstimate } from '../store/estimates.ts'
import { presentEstimate } from '../presenters/present-estimate.ts'

export const issueEstimate = operation<BillingContext>()('issueEstimate', {
  gather: async ({ path }, { directory, pack, policy }, context) => {
    const before = await readEstimate(context.db, context, path.estimateId)
    const { practitionerId, appointmentId } = before
    const [practitioners, sources, known] = await Promise.all([
      directory.practitionerSummaries(context, [practitionerId]),
      gatherEstimateSources({ directory }, context),
      appointmentId === null ? [] : listEstimatesByAppointment(context.db, context, appointmentId),
    ])
    return { before, known, practitioner: practitioners.get(practitionerId), sources, pack, policy }
  },
  decide: ({ body }, { before, known, practitioner, sources, pack, policy }, { access, now }) => {
    const { zone, fees, settings } = sources
    access.touch(before.patientId)
    if (before.status !== 'due') throw alreadyIssued()
    if (before.version !== body.version) throw versionConflict()
    const today = localDay(now, zone)
    const codes = serviceCodesFor(pack, settings, today)
    const unknownAt = body.items.findIndex(
      ({ codeSystem, code }) =>
        priceOn(fees.items, { codeSystem, code }, today) === null &&
        !codes.some((each) => each.code === code && each.codeSystem === codeSystem),
    )
    if (unknownAt >= 0) throw unknownCode(`/items/${unknownAt}/code`)
    const { items, diagnosisCodes } = body
    const issue = { by: 'member' as const, items, diagnosisCodes, feeVersion: null, zone, policy: policy.estimate }
    const estimate: Estimate = { ...issuedEstimate(before, issue, now), version: before.version + 1 }
    const replacing = replaceIssued(known)
    return {
      writes: [replaceEstimate(estimate, before), ...replacing.writes],
      events: [...replacing.events, estimateIssued(estimate)],
      answer: { status: 200, body: presentEstimate(estimate, practitioner) },
    }
  },
})
