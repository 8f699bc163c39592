import { operation } from '../../../../platform/contracts/operation.ts'
import { draftSaved } from '../../events.ts'
import { draft } from '../model/write-prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { notAPrescriber, notRenewable } from '../../problems.ts'
import { insertPrescription, readPrescription } from '../../kernel/store/prescriptions.ts'
import { answerOfPrescription, summariesFor } from '../workflows/answer-of-prescription.ts'
import { gatherMedicine } from '../workflows/gather-medicine.ts'

export const renewPrescription = operation<PrescriptionsContext>()('renewPrescription', {
  gather: async ({ path }, ports, reading) => {
    const { practitionerId, personId } = reading.caller
    const earlier = await readPrescription(reading.db, reading, path.prescriptionId)
    if (practitionerId === null) throw notAPrescriber()
    reading.access.requireOwner([earlier.practitionerId])
    const prescribable = ports.medications.find(earlier.content.medication.rxcui)
    if (prescribable === null || earlier.status === 'draft') throw notRenewable()
    const [medicine, practitioners] = await Promise.all([
      gatherMedicine(ports, reading, earlier.patientId, prescribable.medication, [earlier.id]),
      summariesFor(ports, reading, [practitionerId]),
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
      // Reasons are given anew: they belong to one decision.
      acknowledgements: [],
    }
    const { policy } = ports
    const writing = { written, prescribable, pharmacy, ...medicine, by: personId, policy, now: reading.now }
    return { earlier, writing, practitionerId, practitioners }
  },
  keep: async (_, { earlier, writing, practitionerId, practitioners }, keeping) => {
    if (writing.controlled !== null) throw notRenewable()
    const { id: follows, patientId } = earlier
    const renewed = draft(writing, { id: keeping.newId(), patientId, practitionerId, visitId: null, follows })
    await insertPrescription(keeping.tx, keeping, renewed)
    await keeping.emit(draftSaved(renewed))
    return {
      status: 201,
      headers: { location: `/v1/prescriptions/${renewed.id}` },
      body: await answerOfPrescription(keeping.tx, keeping, renewed, practitioners),
    }
  },
})
