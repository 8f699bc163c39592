import type { Appointment, IntakeForm, Organization, Questionnaire, VisitClient } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { areSafetyQuestionsAnswered } from './safety-questions.ts'

export interface OpenForm {
  readonly form: IntakeForm
  readonly questionnaire: Questionnaire
  readonly organization: Organization
  readonly appointment: Appointment
}

export interface Asked {
  readonly appointmentId: string
  /** Only the questions that cannot wait. */
  readonly isSafetyOnly: boolean
}

/** The first form that is open; null when there is none. */
export const readOpenForm = async (
  client: VisitClient,
  connection: VisitConnection | null,
  { appointmentId, isSafetyOnly }: Asked,
  options: { readonly signal?: AbortSignal },
): Promise<OpenForm | null> => {
  const [{ items }, appointment, organization] = await Promise.all([
    client.intake.list(appointmentId, options),
    client.appointments.get(appointmentId, options),
    connection?.organization(),
  ])
  if (!organization) return null
  for (const form of items.filter(({ status }) => status !== 'submitted')) {
    const { questionnaireCode, questionnaireVersion: version } = form
    const questionnaire = await client.questionnaires.get(questionnaireCode, { version }, options)
    if (!isSafetyOnly || !areSafetyQuestionsAnswered(questionnaire, form))
      return { form, questionnaire, organization, appointment }
  }
  return null
}
