import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import { intakeDraftSaved, intakeEmergencyRaised, intakeSubmitted } from '../events.ts'
import type { IntakeForm, Save, Saved } from '../model/intake-form.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'
import { findForm, writeForm } from '../store/forms.ts'
import { presentForm } from '../presenters/present-form.ts'
import { gatherAnswering } from './gather-answering.ts'
import type { LoadedAppointment } from './gather-appointment.ts'

interface Request {
  readonly questionnaireCode: string
  readonly body: components['schemas']['SaveIntake']
}

/** The appointment, and the form as it is stored; null before the first save. */
export interface LoadedForm extends LoadedAppointment {
  readonly form: IntakeForm | null
}

export const gatherForm = async (
  ports: IntakePorts,
  context: ReadContext,
  path: { readonly appointmentId: string; readonly questionnaireCode: string },
): Promise<LoadedForm> => {
  const loaded = await gatherAnswering(ports, context, path)
  return { ...loaded, form: await findForm(context.db, context, loaded.appointment.id, path.questionnaireCode) }
}

/**
 * The form that `decide` returns, with its events. Events contain only the appointment and the people: the triggered rule is PHI and is
 * read where the access is recorded.
 */
export const saveAnswers = (
  catalog: QuestionnaireCatalog,
  { questionnaireCode, body }: Request,
  { appointment, author, form }: LoadedForm,
  { now, newId }: DecideContext,
  decide: (save: Save) => Saved,
): Change<{ readonly status: 200; readonly body: components['schemas']['IntakeForm'] }> => {
  const questionnaire = form
    ? catalog.version(questionnaireCode, form.questionnaireVersion)
    : catalog.current(questionnaireCode, now)
  if (questionnaire === null) throw notFound()
  const { patientId, practitionerId } = appointment
  const ids = { id: newId(), appointmentId: appointment.id, patientId }
  const saved = decide({ form, ids, questionnaire, answers: body.answers, version: body.version, author, now })
  const answer = { status: 200, body: presentForm(saved.form, questionnaire) } as const
  if (!saved.changed) return { answer }
  const { status, version } = saved.form
  const facts = { appointmentId: appointment.id, patientId, practitionerId, version }
  return {
    writes: [writeForm(saved.form, form)],
    events: [
      status === 'submitted' ? intakeSubmitted(facts) : intakeDraftSaved(facts),
      ...(saved.raised.length > 0 ? [intakeEmergencyRaised(facts)] : []),
    ],
    answer,
  }
}
