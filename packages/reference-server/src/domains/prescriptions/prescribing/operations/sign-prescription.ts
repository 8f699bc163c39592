import { operation } from '../../../../platform/contracts/operation.ts'
import type { Problem } from '../../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { prescriptionSigned } from '../../events.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import { requireDraft, sign } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber, pharmacyMissing, versionConflict } from '../../problems.ts'
import { requireAllCompared } from '../workflows/require-all-compared.ts'
import { sendWithStep } from '../../kernel/workflows/send-script.ts'
import { updateWithHistoryStatement } from '../store/prescription-steps.ts'
import { readPrescriptionFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { upsertUsualMedicationStatement } from '../store/usual-medications.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherMedication } from '../workflows/gather-medication.ts'
import { gatherParties } from '../workflows/gather-parties.ts'
import { networkFor } from '../../pharmacies/workflows/gather-pharmacy.ts'

export const signPrescription = operation<PrescriptionsContext>()('signPrescription', {
  // The result does not depend on whether it is signed already: a repeat gets the first response.
  gather: async ({ path }, ports, context) => {
    const { practitionerId } = context.caller
    const prescription = await readPrescription(context.db, context, path.prescriptionId)
    const { id, patientId, visitId, follows, content } = prescription
    if (practitionerId === null) throw notAPrescriber()
    context.access.requireOwner([prescription.practitionerId])
    const network = await networkFor(ports, context)
    const [parties, medication, practitioners] = await Promise.all([
      gatherParties(ports, context, { patientId, practitionerId, visitId }),
      gatherMedication(ports, context, patientId, content.medication, follows === null ? [id] : [id, follows]),
      gatherPractitionerSummaries(ports, context, [practitionerId]),
      network.permit(),
    ])
    return { prescription, parties, medicine: medication, practitioners, practitionerId, policy: ports.policy }
  },
  keep: async (
    { body },
    { prescription: before, parties, medicine, practitioners, practitionerId, policy },
    context,
  ) => {
    const { tx, now } = context
    requireDraft(before, body.version)
    const { isLicensed, practitioner } = parties
    const hasNpi = practitioner.npi !== undefined
    await requireAllCompared(context, before.patientId, medicine.compared)
    const signed = sign(before, { practitionerId, isLicensed, hasNpi, ...medicine, now })
    const { pharmacy, medication } = signed.content
    if (pharmacy === null) throw pharmacyMissing()
    const subject = subjectOf(signed, pharmacy, parties)
    const entry = { at: now, status: 'sending', by: 'prescriber' } as const
    const sentAs = await sendWithStep(
      context,
      { about: 'new', prescriptionId: signed.id, pharmacyId: pharmacy.id, body: { type: 'NewRx', ...subject } },
      signed.patientId,
      policy,
      async (messageId) => [
        ...(await updateWithHistoryStatement(tx, context, before, { ...signed, sentAs: messageId }, entry)),
        upsertUsualMedicationStatement(tx, context, practitionerId, medication.rxcui),
      ],
    )
    if (sentAs === null) throw await conflictOf(context, before.id, body.version)
    const after = { ...signed, sentAs }
    await context.emit(prescriptionSigned(after))
    return { status: 200, body: presentWithHistory(context, after, practitioners, [entry]) }
  },
})

/** The conflict if it was signed or rewritten since it was read. */
const conflictOf = async (context: WriteContext, id: string, version: number): Promise<Problem> => {
  requireDraft(await readPrescriptionFacts(context.tx, context, id), version)
  return versionConflict()
}
