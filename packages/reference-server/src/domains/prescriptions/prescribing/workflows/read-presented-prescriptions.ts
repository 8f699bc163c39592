import type { components } from '@visitkit/contract'
import type { ReadContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { presentWithHistory } from '../presenters/present-with-history.ts'
import type { Prescription } from '../../kernel/model/prescription.ts'
import type { PractitionerSummary, PrescriptionsContext } from '../../ports.ts'
import { listHistories } from '../store/history.ts'

type Answer = components['schemas']['Prescription']

/** The prescriptions in the contract's shape for this caller, with their histories. */
export const readPresentedPrescriptions = async (
  db: AnyKysely,
  context: VaultContext,
  prescriptions: readonly Prescription[],
  practitioners: ReadonlyMap<string, PractitionerSummary>,
): Promise<Answer[]> => {
  // A draft has none: its history begins with the signature.
  const signedIds = prescriptions.flatMap(({ id, status }) => (status === 'draft' ? [] : [id]))
  const histories = await listHistories(db, context, signedIds)
  return prescriptions.map((prescription) =>
    presentWithHistory(context, prescription, practitioners, histories.get(prescription.id) ?? []),
  )
}

/** The author, and the caller, who may take it over. */
export const gatherPractitionerSummaries = (
  ports: PrescriptionsContext,
  context: ReadContext,
  practitionerIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, PractitionerSummary>> =>
  ports.directory.practitionerSummaries(context, [...new Set(practitionerIds.filter((id) => id !== null))])
