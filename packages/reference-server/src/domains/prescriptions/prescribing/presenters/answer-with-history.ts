import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { HistoryEntry, Prescription } from '../../kernel/model/prescription.ts'
import type { PractitionerSummary } from '../../ports.ts'
import { describePrescription } from './describe-prescription.ts'

type Answer = components['schemas']['Prescription']

export const answerWithHistory = (
  { access }: Pick<Situation, 'access'>,
  prescription: Prescription,
  practitioners: ReadonlyMap<string, PractitionerSummary>,
  history: readonly HistoryEntry[],
): Answer => {
  const practitioner = practitioners.get(prescription.practitionerId)
  if (!practitioner) throw notFound('practitioner unknown')
  return describePrescription(prescription, practitioner, history, access.reach === 'own')
}
