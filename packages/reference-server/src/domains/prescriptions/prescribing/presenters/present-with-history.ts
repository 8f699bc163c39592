import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { HistoryEntry, Prescription } from '../../kernel/model/prescription.ts'
import type { PractitionerSummary } from '../../ports.ts'
import { presentPrescription } from './present-prescription.ts'

type Answer = components['schemas']['Prescription']

export const presentWithHistory = (
  { access }: Pick<RequestContext, 'access'>,
  prescription: Prescription,
  practitioners: ReadonlyMap<string, PractitionerSummary>,
  history: readonly HistoryEntry[],
): Answer => {
  const practitioner = practitioners.get(prescription.practitionerId)
  if (!practitioner) throw notFound('practitioner unknown')
  return presentPrescription(prescription, practitioner, history, access.reach === 'own')
}
