import type { components } from '@visitkit/contract'
import { concept, hl7, reference, type FhirResource } from './fhir-resource.ts'

type Schemas = components['schemas']

const english = (texts: readonly Schemas['LocalizedText'][]): string =>
  (texts.find(({ language }) => language === 'en') ?? texts[0])?.text ?? ''

const bookingStatus: Readonly<Record<Schemas['AppointmentStatus'], string>> = {
  requested: 'proposed',
  booked: 'booked',
  'checked-in': 'checked-in',
  'in-progress': 'arrived',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
}

export const fhirOfAppointment = (appointment: Schemas['Appointment']): FhirResource => ({
  resourceType: 'Appointment',
  id: appointment.id,
  status: bookingStatus[appointment.status],
  serviceType: [{ text: english(appointment.visitTypeName) }],
  ...(appointment.reason !== undefined && { reasonCode: [{ text: appointment.reason }] }),
  start: appointment.start,
  end: appointment.end,
  participant: [
    { actor: reference('Patient', appointment.patientId), status: 'accepted' },
    { actor: { display: appointment.practitioner.displayName }, status: 'accepted' },
  ],
})

const visitStatus: Readonly<Record<Schemas['VisitStatus'], string>> = {
  waiting: 'arrived',
  admitted: 'arrived',
  'in-progress': 'in-progress',
  ended: 'finished',
}

export const fhirOfVisit = (visit: Schemas['Visit']): FhirResource => ({
  resourceType: 'Encounter',
  id: visit.id,
  status: visitStatus[visit.status],
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'VR' },
  type: [{ text: english(visit.visitTypeName) }],
  subject: reference('Patient', visit.patientId),
  appointment: [reference('Appointment', visit.appointmentId)],
  participant: [{ individual: { display: visit.practitioner.displayName } }],
  period: {
    start: visit.startedAt ?? visit.checkedInAt,
    ...(visit.endedAt !== undefined && { end: visit.endedAt }),
  },
})

/** `file` names it in the copy. Null where it was too large for it. */
export const fhirOfRecording = (recording: Schemas['VisitRecording'], file: string | null): FhirResource => ({
  resourceType: 'Media',
  id: recording.id,
  status: 'completed',
  type: hl7('media-type', 'video'),
  subject: reference('Patient', recording.patientId),
  encounter: reference('Encounter', recording.visitId),
  createdPeriod: { start: recording.startedAt, end: recording.endedAt },
  content: { contentType: recording.mediaType, size: recording.bytes, ...(file !== null && { title: file }) },
})

const answerOf = (value: Schemas['AnswerValue']): Record<string, unknown> => {
  if (value.boolean !== undefined) return { valueBoolean: value.boolean }
  if (value.integer !== undefined) return { valueInteger: value.integer }
  if (value.decimal !== undefined) return { valueDecimal: value.decimal }
  if (value.date !== undefined) return { valueDate: value.date }
  if (value.code !== undefined) return { valueCoding: { code: value.code } }
  return { valueString: value.text ?? '' }
}

export const fhirOfIntake = (form: Schemas['IntakeForm']): FhirResource => ({
  resourceType: 'QuestionnaireResponse',
  id: `${form.appointmentId}-${form.questionnaireCode}`.slice(0, 64),
  status: form.status === 'submitted' ? 'completed' : 'in-progress',
  subject: reference('Patient', form.patientId),
  ...(form.submittedAt !== undefined && { authored: form.submittedAt }),
  item: form.answers.map(({ linkId, values }) => ({ linkId, answer: values.map(answerOf) })),
})

/** DocumentReference with the text of a published summary. */
export const fhirOfSummary = (summary: Schemas['VisitSummary']): FhirResource => ({
  resourceType: 'DocumentReference',
  id: `${summary.visitId}-summary`,
  status: 'current',
  type: concept('http://loinc.org', '69730-0', 'Instructions'),
  subject: reference('Patient', summary.patientId),
  date: summary.correctedAt ?? summary.publishedAt ?? summary.visitAt,
  content: [
    {
      attachment: {
        contentType: 'text/plain; charset=utf-8',
        data: Buffer.from(
          summary.instructions.map(({ heading, text }) => `${english(heading)}\n${text}`).join('\n\n'),
          'utf8',
        ).toString('base64'),
      },
    },
  ],
  context: { encounter: [reference('Encounter', summary.visitId)] },
})

export const fhirOfCarePlan = (plan: Schemas['CarePlan']): FhirResource[] => [
  {
    resourceType: 'CarePlan',
    id: plan.patientId,
    status: 'active',
    intent: 'plan',
    subject: reference('Patient', plan.patientId),
    goal: plan.goals.map(({ id }) => reference('Goal', id)),
    activity: plan.activities.map(({ text, status }) => ({
      detail: {
        status: { planned: 'not-started', 'in-progress': 'in-progress', done: 'completed' }[status],
        description: text,
      },
    })),
  },
  ...plan.goals.map(({ id, text, status, due }) => ({
    resourceType: 'Goal',
    id,
    lifecycleStatus: { active: 'active', reached: 'completed', abandoned: 'cancelled' }[status],
    description: { text },
    subject: reference('Patient', plan.patientId),
    ...(due !== undefined && { target: [{ dueDate: due }] }),
  })),
]

export const fhirOfOutcome = (patientId: string, outcome: Schemas['Outcome'], index: number): FhirResource => ({
  resourceType: 'Observation',
  id: `outcome-${index + 1}`,
  status: 'final',
  category: [concept('http://terminology.hl7.org/CodeSystem/observation-category', 'survey')],
  code: { text: outcome.questionnaire },
  subject: reference('Patient', patientId),
  effectiveDateTime: outcome.at,
  valueInteger: outcome.score,
})

export const fhirOfThread = (thread: Schemas['Thread']): FhirResource[] =>
  thread.messages.map((message) => ({
    resourceType: 'Communication',
    id: message.id,
    status: 'completed',
    topic: { text: thread.subject },
    subject: reference('Patient', thread.patientId),
    sent: message.at,
    sender: { display: message.from.displayName },
    payload: [{ contentString: message.text }],
  }))

export const fhirOfSurvey = (survey: Schemas['Survey']): FhirResource => ({
  resourceType: 'QuestionnaireResponse',
  id: `${survey.visitId}-survey`,
  status: survey.status === 'answered' ? 'completed' : 'in-progress',
  subject: reference('Patient', survey.patientId),
  item: [
    ...(survey.rating === undefined ? [] : [{ linkId: 'rating', answer: [{ valueInteger: survey.rating }] }]),
    ...(survey.couldHearAndSee === undefined
      ? []
      : [{ linkId: 'could-hear-and-see', answer: [{ valueBoolean: survey.couldHearAndSee }] }]),
    ...(survey.comment === undefined ? [] : [{ linkId: 'comment', answer: [{ valueString: survey.comment }] }]),
  ],
})
