import { operation } from '../../../../platform/contracts/operation.ts'
import { prescriptionSigned } from '../../events.ts'
import { subjectOf } from '../../kernel/model/compose-script.ts'
import { requireDraft, sign } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { medicationsChanged, notAPrescriber, pharmacyMissing } from '../../problems.ts'
import { sendScript } from '../../kernel/workflows/send-script.ts'
import { advanceList } from '../../kernel/store/list-versions.ts'
import { readPrescriptionToSign } from '../../kernel/store/prescriptions.ts'
import { replaceWithHistory } from '../store/prescription-steps.ts'
import { countUsualMedication } from '../store/usual-medications.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherMedication } from '../workflows/gather-medication.ts'
import { gatherParties } from '../workflows/gather-parties.ts'
import { gatherContinuedVisit } from '../workflows/gather-continued-visit.ts'
import { isDiagnosisInForce } from '../workflows/is-diagnosis-in-force.ts'
import { networkFor } from '../../pharmacies/workflows/gather-pharmacy.ts'

export const signPrescription = operation<PrescriptionsContext>()('signPrescription', {
  // The result does not depend on whether it is signed already: a repeat gets the first response.
  gather: async ({ path }, ports, context) => {
    const { practitionerId } = context.caller
    const { prescription, listVersion } = await readPrescriptionToSign(context.db, context, path.prescriptionId)
    const { id, patientId, visitId, follows, content } = prescription
    if (practitionerId === null) throw notAPrescriber()
    context.access.requireOwner([prescription.practitionerId])
    const network = await networkFor(ports, context)
    const [parties, medicine, practitioners, isKnown, continuedVisitId] = await Promise.all([
      gatherParties(ports, context, { patientId, practitionerId, visitId }),
      gatherMedication(ports, context, patientId, content.medication, follows === null ? [id] : [id, follows]),
      gatherPractitionerSummaries(ports, context, [practitionerId]),
      isDiagnosisInForce(ports, context, content.diagnosisCode),
      // The person who signs may have held such a visit since it was drafted.
      gatherContinuedVisit(ports, context, { patientId, practitionerId, visitId }, prescription),
      network.permit(),
    ])
    const checked = { ...medicine, isDiagnosisInForce: isKnown }
    const place = { continuedVisitId }
    return { prescription, place, listVersion, parties, checked, practitioners, practitionerId, policy: ports.policy }
  },
  decide: ({ body }, gathered, context) => {
    const {
      prescription: before,
      place,
      listVersion,
      parties,
      checked,
      practitioners,
      practitionerId,
      policy,
    } = gathered
    const { now, newId } = context
    requireDraft(before, body.version)
    const { isLicensed, practitioner } = parties
    const hasNpi = practitioner.npi !== undefined
    const sentAs = newId()
    const after = { ...sign(before, { practitionerId, isLicensed, hasNpi, ...checked, now }), ...place, sentAs }
    const { id: prescriptionId, patientId, content } = after
    const { pharmacy, medication } = content
    if (pharmacy === null) throw pharmacyMissing()
    const entry = { at: now, status: 'sending', by: 'prescriber' } as const
    const payload = {
      about: 'new',
      prescriptionId,
      pharmacyId: pharmacy.id,
      body: { type: 'NewRx', ...subjectOf(after, pharmacy, parties) },
    } as const
    const { writes, transmissions } = sendScript(context, sentAs, payload, after, policy, {
      isFirst: true,
      known: after,
    })
    return {
      writes: [
        ...replaceWithHistory({ entryId: newId(), before, after, entry, content }),
        ...writes,
        countUsualMedication(newId(), practitionerId, medication.rxcui),
        advanceList(patientId, listVersion),
      ],
      transmissions,
      events: [prescriptionSigned(after)],
      answer: { status: 200, body: presentWithHistory(context, after, practitioners, [entry]) },
      // Something else was signed for the patient since the check, so the two were not compared with each other.
      otherwise: () => {
        throw medicationsChanged()
      },
    }
  },
})
