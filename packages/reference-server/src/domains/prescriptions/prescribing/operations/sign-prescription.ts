import { operation } from '../../../../platform/contracts/operation.ts'
import type { Problem } from '../../../../platform/problems/problem.ts'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import { prescriptionSigned } from '../../events.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import { requireDraft, sign } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber, pharmacyMissing, versionConflict } from '../../problems.ts'
import { requireAllCompared } from '../workflows/require-all-compared.ts'
import { sendWithStep } from '../../kernel/workflows/send-script.ts'
import { stepWithLine } from '../store/prescription-steps.ts'
import { readFacts, readPrescription } from '../../kernel/store/prescriptions.ts'
import { usualCounted } from '../store/usual-medications.ts'
import { answerWithHistory } from '../presenters/answer-with-history.ts'
import { summariesFor } from '../workflows/answer-of-prescription.ts'
import { gatherMedicine } from '../workflows/gather-medicine.ts'
import { gatherParties } from '../workflows/gather-parties.ts'
import { networkFor } from '../../pharmacies/workflows/gather-pharmacy.ts'

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
    await keeping.emit(prescriptionSigned(after))
    return { status: 200, body: answerWithHistory(keeping, after, practitioners, [entry]) }
  },
})

/** What somebody else made of it since it was read: signed it, or wrote it anew. */
const overtaken = async (keeping: Keeping, id: string, version: number): Promise<Problem> => {
  requireDraft(await readFacts(keeping.tx, keeping, id), version)
  return versionConflict()
}
