import type { components } from '@visitkit/contract'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Reading, Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { answerWithHistory } from '../presenters/answer-with-history.ts'
import type { Prescription } from '../../kernel/model/prescription.ts'
import type { PractitionerSummary, PrescriptionsContext } from '../../ports.ts'
import { historiesOf } from '../store/history.ts'

type Answer = components['schemas']['Prescription']

/** The prescriptions as the contract shows them to this caller, with their histories. */
export const answerOfPrescriptions = async (
  db: AnyKysely,
  situation: Pick<Situation, 'caller' | 'access' | 'vault'>,
  prescriptions: readonly Prescription[],
  practitioners: ReadonlyMap<string, PractitionerSummary>,
): Promise<Answer[]> => {
  // A draft has none: its history begins with the signature.
  const told = prescriptions.flatMap(({ id, status }) => (status === 'draft' ? [] : [id]))
  const histories = await historiesOf(db, situation, told)
  return prescriptions.map((prescription) =>
    answerWithHistory(situation, prescription, practitioners, histories.get(prescription.id) ?? []),
  )
}

export const answerOfPrescription = async (
  db: AnyKysely,
  situation: Pick<Situation, 'caller' | 'access' | 'vault'>,
  prescription: Prescription,
  practitioners: ReadonlyMap<string, PractitionerSummary>,
): Promise<Answer> => {
  const [answer] = await answerOfPrescriptions(db, situation, [prescription], practitioners)
  if (!answer) throw notFound('prescription unknown')
  return answer
}

/** Of whoever wrote it, and of the caller, who may be about to take it over. */
export const summariesFor = (
  ports: PrescriptionsContext,
  reading: Reading,
  practitionerIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, PractitionerSummary>> =>
  ports.directory.practitionerSummaries(reading, [...new Set(practitionerIds.filter((id) => id !== null))])
