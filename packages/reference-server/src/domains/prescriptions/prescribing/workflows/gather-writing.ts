import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Writing } from '../model/write-prescription.ts'
import type { PractitionerSummary, PrescribingVisit, PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber, unknownDiagnosis, unknownMedication } from '../../problems.ts'
import { gatherPractitionerSummaries } from './read-presented-prescriptions.ts'
import { gatherMedication } from './gather-medication.ts'
import { gatherVisit } from './gather-parties.ts'
import { isDiagnosisInForce } from './is-diagnosis-in-force.ts'
import { gatherChosenPharmacy } from '../../pharmacies/workflows/gather-pharmacy.ts'
import { requirePatient } from '../../kernel/workflows/require-patient.ts'

export interface LoadedWriting {
  readonly writing: Writing
  readonly visit: PrescribingVisit | null
  /** The practitioner in whose name it is written. */
  readonly practitionerId: string
  readonly practitioners: ReadonlyMap<string, PractitionerSummary>
}

interface Own {
  /** The draft's id, and that of the prescription that it follows: they do not count as taken. */
  readonly own: readonly string[]
  /** Of a draft that is rewritten. */
  readonly author?: string
}

/** Reads what a draft depends on, and the name of its author. */
export const gatherWriting = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  patientId: string,
  written: components['schemas']['WritePrescription'],
  { own, author }: Own,
): Promise<LoadedWriting> => {
  const { caller, now } = context
  const visit = await gatherVisit(ports, context, patientId, written.visitId ?? null)
  // A visit of the patient proves that the patient exists.
  if (visit === null) await requirePatient(ports, context, patientId, 'record')
  else await ports.directory.actingFor(context, patientId, 'record')
  const prescribable = ports.medications.find(written.rxcui)
  if (prescribable === null) throw unknownMedication()
  if (!(await isDiagnosisInForce(ports, context, written.diagnosisCode))) throw unknownDiagnosis()
  const practitionerId = caller.practitionerId ?? visit?.seenBy ?? visit?.practitionerId
  if (practitionerId === undefined) throw notAPrescriber()
  const [{ controlled, alerts }, pharmacy, practitioners] = await Promise.all([
    gatherMedication(ports, context, patientId, prescribable.medication, own),
    gatherChosenPharmacy(ports, context, patientId, written.pharmacyId),
    gatherPractitionerSummaries(ports, context, [author ?? practitionerId]),
  ])
  const writing = {
    written,
    prescribable,
    controlled,
    alerts,
    pharmacy,
    by: caller.personId,
    policy: ports.policy,
    now,
  }
  return { writing, visit, practitionerId, practitioners }
}
