import type { VisitClient } from '@visitkit/sdk'

/** Renews a prescription and signs it, with a reason for each of its alerts. */
export const signRenewal = async (clinician: VisitClient, prescriptionId: string): Promise<void> => {
  const draft = await clinician.prescriptions.renew(prescriptionId)
  const { directions, quantity, daysSupply, refills, substitutionAllowed, medication, pharmacy, alerts } = draft
  const { version } = await clinician.prescriptions.change(draft.id, {
    ...{ directions, quantity, daysSupply, refills, substitutionAllowed, rxcui: medication.rxcui },
    ...(pharmacy && { pharmacyId: pharmacy.id }),
    acknowledgments: alerts.map(({ id: alertId }) => ({ alertId, reason: 'As before.' })),
    version: draft.version,
  })
  await clinician.prescriptions.sign(draft.id, { version })
}
