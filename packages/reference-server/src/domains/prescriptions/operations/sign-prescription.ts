import { operation } from '../../../platform/http/operation.ts'
import type { Problem } from '../../../platform/http/problem.ts'
import type { Keeping } from '../../../platform/seams.ts'
import { prescriptionTold } from '../events.ts'
import { subjectOf } from '../model/compose-script.ts'
import { requireDraft, sign } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../ports.ts'
import { notAPrescriber, pharmacyMissing, versionConflict } from '../problems.ts'
import { requireAllCompared } from '../require-all-compared.ts'
import { sendWithStep } from '../send-script.ts'
import { stepWithLine } from '../store/prescription-steps.ts'
import { readFacts, readPrescription } from '../store/prescriptions.ts'
import { usualCounted } from '../store/usual-medications.ts'
import { answerWithHistory, summariesFor } from './answer-of-prescription.ts'
import { gatherMedicine } from './gather-medicine.ts'
import { gatherParties } from './gather-parties.ts'
import { networkFor } from './gather-pharmacy.ts'

export const signPrescription = operation<PrescriptionsContext>()('signPrescription', {
  // What it finds out does not depend on whether it is signed already: a repeat gets the first answer.
  gather: async ({ path }, ports, reading) => {
    const { practitionerId } = reading.caller
    const prescription = await readPrescription(reading.db, reading, path.prescriptionId)
    const { id, patientId, visitId, follows, content } = prescription
    if (practitionerId === null) throw notAPrescriber()
    reading.access.requireOwner([prescription.practitionerId])
    const network = await networkFor(ports, reading)
    const [parties, medicine, practitioners] = await Promise.all([
      gatherParties(ports, reading, { patientId, practitionerId, visitId }),
      gatherMedicine(ports, reading, patientId, content.medication, follows === null ? [id] : [id, follows]),
      summariesFor(ports, reading, [practitionerId]),
      network.permit(),
    ])
    return { prescription, parties, medicine, practitioners, practitionerId, policy: ports.policy }
  },
  keep: async (
    { body },
    { prescription: before, parties, medicine, practitioners, practitionerId, policy },
    keeping,
  ) => {
    const { tx, now } = keeping
    requireDraft(before, body.version)
    const { isLicensed, practitioner } = parties
    const hasNpi = practitioner.npi !== undefined
    await requireAllCompared(keeping, before.patientId, medicine.compared)
    const signed = sign(before, { practitionerId, isLicensed, hasNpi, ...medicine, now })
    const { pharmacy, medication } = signed.content
    if (pharmacy === null) throw pharmacyMissing()
    const subject = subjectOf(signed, pharmacy, parties)
    const entry = { at: now, status: 'sending', by: 'prescriber' } as const
    const sentAs = await sendWithStep(
      keeping,
      { about: 'new', prescriptionId: signed.id, pharmacyId: pharmacy.id, body: { type: 'NewRx', ...subject } },
      signed.patientId,
      policy,
      async (messageId) => [
        ...(await stepWithLine(tx, keeping, before, { ...signed, sentAs: messageId }, entry)),
        usualCounted(tx, keeping, practitionerId, medication.rxcui),
      ],
    )
    if (sentAs === null) throw await overtaken(keeping, before.id, body.version)
    const after = { ...signed, sentAs }
    await keeping.emit(prescriptionTold('prescription-signed', after))
    return { status: 200, body: answerWithHistory(keeping, after, practitioners, [entry]) }
  },
})

/** What somebody else made of it since it was read: signed it, or wrote it anew. */
const overtaken = async (keeping: Keeping, id: string, version: number): Promise<Problem> => {
  requireDraft(await readFacts(keeping.tx, keeping, id), version)
  return versionConflict()
}
