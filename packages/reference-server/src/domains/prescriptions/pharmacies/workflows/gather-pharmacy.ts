import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PharmacyNetwork } from '../../../../vendors/pharmacy/provider.ts'
import type { Pharmacy } from '../../kernel/model/prescription.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { noPharmacyNetwork, unknownPharmacy } from '../../problems.ts'
import { findPharmacyByPatient } from '../store/patient-pharmacies.ts'

/** Throws `vendor_unavailable` if the organization has none. */
export const networkFor = async (
  { pharmacies }: PrescriptionsContext,
  { caller }: Pick<ReadContext, 'caller'>,
): Promise<PharmacyNetwork> => {
  const network = await pharmacies.networkOf(caller.organizationId)
  if (network === null) throw noPharmacyNetwork()
  return network
}

/** The current entry in the network's directory. Throws `unknown_pharmacy`, `vendor_unavailable` or `vendor_not_permitted`. */
export const gatherPharmacy = async (
  ports: PrescriptionsContext,
  context: ReadContext,
  pharmacyId: string,
): Promise<Pharmacy> => {
  const pharmacy = await (await networkFor(ports, context)).pharmacy(pharmacyId)
  if (pharmacy === null) throw unknownPharmacy()
  return pharmacy
}

/** The requested pharmacy, or the one that the patient chose. */
export const gatherChosenPharmacy = (
  ports: PrescriptionsContext,
  context: ReadContext,
  patientId: string,
  pharmacyId: string | undefined,
): Promise<Pharmacy | null> =>
  pharmacyId === undefined
    ? findPharmacyByPatient(context.db, context, patientId)
    : gatherPharmacy(ports, context, pharmacyId)
