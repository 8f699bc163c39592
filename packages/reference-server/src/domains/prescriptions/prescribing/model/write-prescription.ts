import type { components } from '@visitkit/contract'
import {
  alertsOpen,
  controlledSubstance,
  notLicensed,
  npiMissing,
  pharmacyMissing,
  prescriptionSigned,
  quantityImplausible,
  unknownDiagnosis,
  versionConflict,
} from '../../problems.ts'
import { fitAlerts } from './fit-alerts.ts'
import { validateAmounts } from './validate-amounts.ts'
import type { ControlledRefusal } from '../../kernel/model/controlled-substance.ts'
import type { Prescribable } from '../../kernel/model/medication-set.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import {
  takenUntil,
  unsent,
  type Acknowledged,
  type Alert,
  type Pharmacy,
  type Prescription,
  type PrescriptionContent,
  type PrescriptionFacts,
} from '../../kernel/model/prescription.ts'
import { renderDirections } from '../../kernel/model/render-directions.ts'

type Written = components['schemas']['WritePrescription']

/** What a prescriber writes, with the results of the checks. */
export interface Writing {
  readonly written: Written
  readonly prescribable: Prescribable
  readonly controlled: ControlledRefusal | null
  /** What the checks found. */
  readonly alerts: readonly Alert[]
  readonly pharmacy: Pharmacy | null
  /** The author. */
  readonly by: string
  readonly policy: PrescribingPolicy
  readonly now: Date
}

/** A new draft. Throws `controlled_substance` or `quantity_implausible`. */
export const draft = (
  writing: Writing,
  place: Pick<PrescriptionFacts, 'id' | 'patientId' | 'practitionerId' | 'visitId' | 'continuedVisitId' | 'follows'>,
): Prescription => ({
  ...unsent,
  ...place,
  status: 'draft',
  ...amountsOf(writing.written),
  pharmacyId: writing.pharmacy?.id ?? null,
  createdAt: writing.now,
  version: 1,
  content: contentOf(writing, []),
})

/** Rewrites a draft. Also throws `prescription_signed` and `version_conflict`. */
export const redraft = (
  before: Prescription,
  writing: Writing,
  version: number,
  place: Pick<PrescriptionFacts, 'visitId' | 'continuedVisitId'>,
): Prescription => {
  requireDraft(before, version)
  return {
    ...before,
    ...amountsOf(writing.written),
    ...place,
    pharmacyId: writing.pharmacy?.id ?? null,
    version: before.version + 1,
    content: contentOf(writing, before.content.acknowledgments),
  }
}

export const requireDraft = (before: PrescriptionFacts, version: number): void => {
  if (before.status !== 'draft') throw prescriptionSigned()
  if (before.version !== version) throw versionConflict()
}

const amountsOf = ({ quantity, daysSupply, refills, substitutionAllowed }: Written) => ({
  quantity,
  daysSupply,
  refills,
  substitutionAllowed,
})

const contentOf = (
  { written, prescribable, controlled, alerts: found, pharmacy, by, policy, now }: Writing,
  earlier: readonly Acknowledged[],
): PrescriptionContent => {
  if (controlled !== null) throw controlledSubstance(controlled)
  const { medication } = prescribable
  const faults = validateAmounts(written, medication, policy)
  if (faults.length > 0) throw quantityImplausible(faults)
  const alerts = [...fitAlerts(medication, written), ...found]
  return {
    medication,
    termType: prescribable.termType,
    directions: written.directions,
    directionsText: renderDirections(written.directions),
    ...(written.diagnosisCode !== undefined && { diagnosisCode: written.diagnosisCode }),
    ...(written.noteToPharmacist !== undefined && { noteToPharmacist: written.noteToPharmacist }),
    pharmacy,
    alerts,
    acknowledgments: acknowledge(alerts, written.acknowledgments, earlier, by, now),
  }
}

/** Reasons for existing alerts. An unchanged one keeps its author and time. */
const acknowledge = (
  alerts: readonly Alert[],
  given: Written['acknowledgments'],
  earlier: readonly Acknowledged[],
  by: string,
  now: Date,
): Acknowledged[] => {
  const reasons = new Map(given.map(({ alertId, reason }) => [alertId, reason]))
  return alerts.flatMap(({ id: alertId }) => {
    const reason = reasons.get(alertId)
    if (reason === undefined) return []
    const same = earlier.find((each) => each.alertId === alertId && each.reason === reason)
    return [same ?? { alertId, reason, by, at: now.toISOString() }]
  })
}

/** The data that a signature depends on, read again when it is given. */
export interface Signing {
  readonly practitionerId: string
  readonly hasNpi: boolean
  readonly isLicensed: boolean
  readonly controlled: ControlledRefusal | null
  /** Whether the diagnosis exists and is in force; true if there is none. */
  readonly isDiagnosisInForce: boolean
  /** What the checks found. */
  readonly alerts: readonly Alert[]
  readonly now: Date
}

/** Signs it and starts the transmission. Throws the reason if it cannot be signed; the draft stays unchanged. */
export const sign = (before: Prescription, signing: Signing): Prescription => {
  const { practitionerId, isDiagnosisInForce, now } = signing
  requirePrescriber(signing)
  const { pharmacy, acknowledgments, medication, directions } = before.content
  if (!isDiagnosisInForce) throw unknownDiagnosis()
  const alerts = [...fitAlerts(medication, { ...before, directions }), ...signing.alerts]
  if (pharmacy === null || !pharmacy.accepts.includes('new')) throw pharmacyMissing()
  requireReasons(alerts, acknowledgments, 'Every alert needs a reason for going on. Give them in the draft, then sign.')
  const signed = {
    ...before,
    practitionerId,
    status: 'sending',
    signedAt: now,
    version: before.version + 1,
    content: { ...before.content, alerts },
  } as const
  return { ...signed, supplyEndsAt: takenUntil(signed) }
}

/** A practitioner who may not prescribe this for a patient at this location may not approve a pharmacy's request for it either. */
export const requirePrescriber = ({
  hasNpi,
  isLicensed,
  controlled,
}: Pick<Signing, 'hasNpi' | 'isLicensed' | 'controlled'>): void => {
  if (controlled !== null) throw controlledSubstance(controlled)
  if (!hasNpi) throw npiMissing()
  if (!isLicensed) throw notLicensed()
}

export const requireReasons = (
  alerts: readonly Alert[],
  acknowledgments: readonly Acknowledged[],
  remedy: string,
): void => {
  const open = alerts.filter(({ id }) => !acknowledgments.some(({ alertId }) => alertId === id))
  if (open.length > 0) throw alertsOpen(open, remedy)
}
