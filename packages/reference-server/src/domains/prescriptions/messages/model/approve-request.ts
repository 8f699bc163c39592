import { notRenewableAsRequested, notRenewable, quantityImplausible, unknownDiagnosis } from '../../problems.ts'
import { fitAlerts } from '../../prescribing/model/fit-alerts.ts'
import { validateAmounts } from '../../prescribing/model/validate-amounts.ts'
import type { Prescribable } from '../../kernel/model/medication-set.ts'
import type { RequestedMedication, PharmacyRequest, RequestContent } from '../../kernel/model/pharmacy-request.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  over,
  takenUntil,
  unsent,
  type Acknowledged,
  type Alert,
  type HistoryEntry,
  type Prescription,
  type PrescriptionFacts,
} from '../../kernel/model/prescription.ts'
import { requirePrescriber, requireReasons, type Signing } from '../../prescribing/model/write-prescription.ts'

export interface Approval extends Signing {
  readonly id: string
  /** The medication to be dispensed; null if it is not in the set. */
  readonly prescribable: Prescribable | null
  /** Undefined: for a renewal, the number that it requests; for a change, the prescribed number. */
  readonly refills: number | undefined
  readonly policy: Pick<PrescribingPolicy, 'quantity'>
}

/** The same limit as for a new prescription. A pharmacy may request more. */
const mostRefills = 12

/**
 * The prescription that an approval signs: the earlier one with the medication that the pharmacy proposed and the refills that the
 * prescriber grants. An approval has no field for reasons, so a new alert without an earlier reason requires a draft instead. So does a
 * check that was not available: a manual check for the earlier signature does not cover today's situation. Throws what a signature throws,
 * or `not_renewable`.
 */
export const approve = (earlier: Prescription, request: PharmacyRequest, approval: Approval): Prescription => {
  const { id, practitionerId, prescribable, policy, now } = approval
  const { requested } = request.content
  if (prescribable === null || earlier.content.pharmacy === null || requested === undefined) throw notRenewable()
  // The directions count units of the dispensed quantity: an approval must not turn tablets into milliliters.
  if (prescribable.medication.quantityUnit.code !== earlier.content.medication.quantityUnit.code) throw notRenewable()
  if (
    request.kind === 'renewal'
      ? !isUnchangedRenewal(requested, earlier)
      : requested.unit !== prescribable.medication.quantityUnit.code
  )
    throw notRenewableAsRequested()
  // An approval without a number accepts what was requested: the request of a renewal includes its refills.
  const { refills = request.kind === 'renewal' ? requested.refills : earlier.refills } = approval
  if (refills > mostRefills)
    throw quantityImplausible([
      { pointer: '/refills', code: 'out_of_range', message: `At most ${mostRefills}: state how many you grant.` },
    ])
  requirePrescriber(approval)
  if (!approval.isDiagnosisInForce) throw unknownDiagnosis()
  const { medication, termType } = prescribable
  const amounts = { quantity: requested.quantity, daysSupply: earlier.daysSupply, refills }
  const written = { ...amounts, directions: earlier.content.directions }
  const faults = validateAmounts(written, medication, policy)
  if (faults.length > 0) throw quantityImplausible(faults)
  const alerts = [...fitAlerts(medication, written), ...approval.alerts]
  const carried = reasonsFor(alerts, earlier.content.acknowledgments)
  requireReasons(
    alerts,
    carried,
    'Something speaks against this that was not reasoned about before. Renew it as a draft, give your reasons there, and deny the request.',
  )
  const signed: Prescription = {
    ...earlier,
    ...unsent,
    ...amounts,
    id,
    practitionerId,
    status: 'sending',
    follows: earlier.id,
    replaces: request.kind === 'change',
    signedAt: now,
    createdAt: now,
    version: 1,
    content: { ...earlier.content, medication, termType, alerts, acknowledgments: carried },
  }
  return { ...signed, supplyEndsAt: takenUntil(signed) }
}

/** Whether a pharmacy requests exactly what was prescribed, and not something else that an approval would not mention. */
const isUnchangedRenewal = (
  { rxcui, name, quantity, unit }: RequestedMedication,
  { quantity: prescribed, content: { medication } }: Prescription,
): boolean =>
  (rxcui === null ? name.toLowerCase() === medication.name.toLowerCase() : rxcui === medication.rxcui) &&
  quantity === prescribed &&
  unit === medication.quantityUnit.code

/** The outcome that is sent to the pharmacy, which must review every change to its request. */
export const outcomeOf = (
  { requested }: RequestContent,
  { refills, content: { directionsText } }: Prescription,
): 'Approved' | 'ApprovedWithChanges' => {
  const words = directionsText.find(({ language }) => language === 'en')?.text
  const isAsRequested = refills === requested?.refills && (requested.sig ?? words) === words
  return isAsRequested ? 'Approved' : 'ApprovedWithChanges'
}

/** Reasons of the earlier signature that apply to the alerts found now. */
const reasonsFor = (alerts: readonly Alert[], given: readonly Acknowledged[]): readonly Acknowledged[] => {
  const lasting = alerts.filter(({ kind }) => kind !== 'check-unavailable').map(({ id }) => id)
  return given.filter(({ alertId }) => lasting.includes(alertId))
}

/** Marks it as replaced by another; null if it must not be filled any more anyway. */
export const replace = (
  before: PrescriptionFacts,
  now: Date,
): { readonly after: PrescriptionFacts; readonly entry: HistoryEntry } | null => {
  if (over.includes(before.status)) return null
  const after = {
    ...before,
    status: 'replaced',
    beforeCancel: null,
    answerDueAt: null,
    version: before.version + 1,
  } as const
  return {
    after: { ...after, supplyEndsAt: takenUntil(after) },
    entry: { at: now, status: 'replaced', by: 'prescriber' },
  }
}
