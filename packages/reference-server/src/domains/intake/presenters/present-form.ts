import type { components } from '@visitkit/contract'
import type { IntakeForm } from '../model/intake-form.ts'
import type { Questionnaire } from '../model/questionnaire.ts'

type FormSchema = components['schemas']['IntakeForm']

/** The contract shape of the form, without its authors: they are evidence for the record. */
export const presentForm = (form: IntakeForm, questionnaire: Questionnaire): FormSchema => ({
  appointmentId: form.appointmentId,
  patientId: form.patientId,
  questionnaireCode: form.questionnaireCode,
  questionnaireVersion: form.questionnaireVersion,
  title: questionnaire.title,
  status: form.status,
  answers: [...form.answers],
  scores: [...form.scores],
  emergencies: [...form.emergencies],
  savedAt: form.savedAt.toISOString(),
  ...(form.submittedAt && { submittedAt: form.submittedAt.toISOString() }),
  version: form.version,
})

export const presentEmptyForm = (
  appointment: { readonly id: string; readonly patientId: string },
  questionnaire: Questionnaire,
): FormSchema => ({
  appointmentId: appointment.id,
  patientId: appointment.patientId,
  questionnaireCode: questionnaire.code,
  questionnaireVersion: questionnaire.version,
  title: questionnaire.title,
  status: 'not-started',
  answers: [],
  scores: [],
  emergencies: [],
  version: 0,
})
