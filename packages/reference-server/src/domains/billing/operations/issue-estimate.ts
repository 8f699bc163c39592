import { operation } from '../../../platform/http/operation.ts'
import { estimateTold } from '../events.ts'
import { serviceCodesFor } from '../model/billing-pack.ts'
import { priceOn } from '../model/billing-settings.ts'
import type { Estimate } from '../model/estimate.ts'
import { localDay } from '../model/local-day.ts'
import type { BillingContext } from '../ports.ts'
import { alreadyIssued, unknownCode, versionConflict } from '../problems.ts'
import { estimatesOfAppointment, readEstimate, updateEstimate } from '../store/estimates.ts'
import { readFees } from '../store/fees.ts'
import { readSettings } from '../store/settings.ts'
import { answerOfEstimate } from './answer-of-estimate.ts'

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
    if (before.appointmentId !== null)
      for (const earlier of await estimatesOfAppointment(tx, keeping, before.appointmentId))
        if (earlier.status === 'issued') {
          const replaced: Estimate = { ...earlier, status: 'replaced', version: earlier.version + 1 }
          await updateEstimate(keeping, earlier, replaced)
          await keeping.emit(estimateTold('estimate-replaced', replaced))
        }
    const issued: Estimate = {
      ...before,
      status: 'issued',
      items: body.items,
      diagnosisCodes: body.diagnosisCodes,
      issuedAt: now,
      validUntil: Temporal.PlainDate.from(before.serviceOn ?? today)
        .add({ months: policy.estimate.recurringMonths })
        .toString(),
      version: before.version + 1,
    }
    await updateEstimate(keeping, before, issued)
    await keeping.emit(estimateTold('estimate-issued', issued))
    return { status: 200, body: answerOfEstimate(issued, practitioner) }
  },
})
