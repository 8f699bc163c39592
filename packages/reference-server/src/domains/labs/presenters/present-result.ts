import type { components } from '@visitkit/contract'
import type { ReportedCode } from '../../../vendors/laboratory/report.ts'
import type { CriticalClock } from '../model/critical-clock.ts'
import type { LabResult, ResultObservation, ShownContent } from '../model/lab-result.ts'
import { codeSystem } from '../model/code-system.ts'
import { measuredQuantity } from '../model/measured-quantity.ts'
import { isNotCompared, outsideRange } from '../model/outside-range.ts'
import type { PatientSummary } from '../ports.ts'

type Schemas = components['schemas']
export type NameOf = (memberId: string) => string

/** A result as one kind of reader sees it. Patients see the version that was released to them, and no clocks of the clinic. */
export const presentResult = (
  result: LabResult,
  content: ShownContent,
  {
    nameOf,
    patient,
    forPatient,
  }: { readonly nameOf: NameOf; readonly patient?: PatientSummary | undefined; readonly forPatient: boolean },
): Schemas['LabResult'] => ({
  id: result.id,
  orderId: result.orderId,
  patientId: result.patientId,
  ...(patient && { patient }),
  practitionerId: result.practitionerId,
  test: { ...content.test, name: [...content.test.name] },
  extra: content.isExtra === true,
  ...(content.partOf && { partOf: [...content.partOf] }),
  status: content.status,
  fillerNumber: result.fillerNumber,
  laboratory: content.laboratory,
  ...(content.laboratoryAddress !== undefined && { laboratoryAddress: content.laboratoryAddress }),
  ...(content.collectedAt !== undefined && { collectedAt: content.collectedAt }),
  ...(content.specimen !== undefined && { specimen: content.specimen }),
  ...(content.note !== undefined && { note: content.note }),
  observations: content.observations.map((each) => presentObservation(each, forPatient)),
  abnormal: content.abnormal,
  ...(result.clock !== null && !forPatient && { critical: presentCriticalValue(result.clock, nameOf) }),
  ...(result.reviewedAt !== null && { reviewedAt: result.reviewedAt.toISOString() }),
  ...(result.reviewedBy !== null && {
    reviewedBy: { memberId: result.reviewedBy, displayName: nameOf(result.reviewedBy) },
  }),
  ...(content.comment !== null && { comment: content.comment }),
  ...(result.releasedAt !== null && { releasedAt: result.releasedAt.toISOString() }),
  correctedAfterReview: result.correctedAfterReview,
  receivedAt: result.receivedAt.toISOString(),
  version: result.version,
})

const presentObservation = (observation: ResultObservation, forPatient: boolean): Schemas['LabObservation'] => {
  const { loinc, name, value, dataAbsentReason, unit, referenceRange, flag, status, observedAt, replaced, note } =
    observation
  const { limit, coded, document } = observation
  const outside = outsideRange(observation)
  const quantity = measuredQuantity(observation)
  return {
    loinc,
    name,
    ...(value !== null && { value }),
    ...(quantity && { quantity }),
    ...(dataAbsentReason !== null && { dataAbsentReason }),
    ...(unit !== null && { unit }),
    ...(referenceRange !== null && { referenceRange }),
    ...(flag !== null && { flag }),
    ...(outside !== null && { outsideRange: outside }),
    ...(isNotCompared(observation) && { rangeNotCompared: true }),
    // A limit of the clinic, as its clocks.
    ...(limit && !forPatient && { criticalLimit: limit }),
    ...(coded && { coded: coded.map(presentCode) }),
    ...(document && { document: { id: document.id, kind: document.kind, bytes: document.bytes } }),
    status,
    ...(observedAt !== null && { observedAt }),
    ...(replaced !== null && {
      replaced: {
        ...(replaced.value !== null && { value: replaced.value }),
        ...(replaced.unit !== null && { unit: replaced.unit }),
        at: replaced.at,
      },
    }),
    ...(note !== null && { note }),
  }
}

const presentCode = ({ code, text, system }: ReportedCode) => {
  const systemUri = codeSystem(system)
  return { code, ...(text !== '' && { text }), system, ...(systemUri !== null && { systemUri }) }
}

export const presentCriticalValue = (clock: CriticalClock, nameOf: NameOf): Schemas['CriticalValue'] => ({
  raisedAt: clock.raisedAt.toISOString(),
  dueAt: clock.dueAt.toISOString(),
  notified: clock.notified.map(({ role, at }) => ({ role, at })),
  ...(clock.acknowledgedAt !== null && { acknowledgedAt: clock.acknowledgedAt.toISOString() }),
  ...(clock.acknowledgedBy !== null && {
    acknowledgedBy: { memberId: clock.acknowledgedBy, displayName: nameOf(clock.acknowledgedBy) },
  }),
})
