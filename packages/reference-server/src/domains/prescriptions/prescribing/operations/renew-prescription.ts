import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber, notRenewable } from '../../problems.ts'
import { prescriptions, readPrescription } from '../../kernel/store/prescriptions.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import { gatherPractitionerSummaries } from '../workflows/read-presented-prescriptions.ts'
import { gatherContinuedVisit } from '../workflows/gather-continued-visit.ts'
import { gatherMedication } from '../workflows/gather-medication.ts'

export const renewPrescription = operation<PrescriptionsContext>()('renewPrescription', {
  gather: async ({ path }, ports, context) => {
    const { practitionerId, personId } = context.caller
    const earlier = await readPrescription(context.db, context, path.prescriptionId)
    if (practitionerId === null) throw notAPrescriber()
    context.access.requireOwner([earlier.practitionerId])
    const prescribable = ports.medications.find(earlier.content.medication.rxcui)
    if (prescribable === null || earlier.status === 'draft') throw notRenewable()
    const [medication, practitioners] = await Promise.all([
      gatherMedication(ports, context, earlier.patientId, prescribable.medication, [earlier.id]),
      gatherPractitionerSummaries(ports, context, [practitionerId]),
    ])
    const { directions, diagnosisCode, noteToPharmacist, pharmacy } = earlier.content
    const written = {
      rxcui: prescribable.medication.rxcui,
      directions,
      quantity: earlier.quantity,
      daysSupply: earlier.daysSupply,
      refills: earlier.refills,
      substitutionAllowed: earlier.substitutionAllowed,
      ...(diagnosisCode !== undefined && { diagnosisCode }),
      ...(noteToPharmacist !== undefined && { noteToPharmacist }),
      // Reasons must be given again: each belongs to one decision.
      acknowledgments: [],
    }
    const { policy } = ports
    const writing = { written, prescribable, pharmacy, ...medication, by: personId, policy, now: context.now }
    const place = { patientId: earlier.patientId, practitionerId, visitId: null }
    const continuedVisitId = await gatherContinuedVisit(ports, context, place, earlier)
    return { earlier, writing, place: { ...place, continuedVisitId }, practitioners }
  },
  decide: (_, { earlier, writing, place, practitioners }, context) => {
    if (writing.controlled !== null) throw notRenewable()
    const renewed = draft(writing, { id: context.newId(), ...place, follows: earlier.id })
    return {
      writes: [prescriptions.insert(renewed, renewed.content)],
      events: [draftSaved(renewed)],
      answer: {
        status: 201,
        headers: { location: `/v1/prescriptions/${renewed.id}` },
        body: presentWithHistory(context, renewed, practitioners, []),
      },
    }
  },
})
