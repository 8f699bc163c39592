import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { intakeDraftSaved, intakeEmergencyRaised, intakeSubmitted } from '../events.ts'
import type { Save, Saved } from '../model/intake-form.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import { versionConflict } from '../problems.ts'
import { findForm, upsertForm } from '../store/forms.ts'
import { presentForm } from '../presenters/present-form.ts'
import type { LoadedAppointment } from './gather-appointment.ts'

interface Request {
  readonly questionnaireCode: string
  readonly body: components['schemas']['SaveIntake']
}

/**
 * Stores the form that `decide` returns, with events and audit rows, in one transaction. Events contain only the appointment and the
 * people: the triggered rule is PHI and is read where the access is recorded.
 */
export const saveAnswers = async (
  catalog: QuestionnaireCatalog,
  { questionnaireCode, body }: Request,
  { appointment, author }: LoadedAppointment,
  context: WriteContext,
  decide: (save: Save) => Saved,
): Promise<components['schemas']['IntakeForm']> => {
  const form = await findForm(context.tx, context, appointment.id, questionnaireCode)
  const questionnaire = form
    ? catalog.version(questionnaireCode, form.questionnaireVersion)
    : catalog.current(questionnaireCode, context.now)
  if (questionnaire === null) throw notFound()
  const ids = { id: context.newId(), appointmentId: appointment.id, patientId: appointment.patientId }
  const saved = decide({
    form,
    ids,
    questionnaire,
    answers: body.answers,
    version: body.version,
    author,
    now: context.now,
  })
  if (saved.changed) {
    if (!(await upsertForm(context.tx, context, saved.form))) throw versionConflict()
    const { status, version } = saved.form
    const facts = {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      practitionerId: appointment.practitionerId,
      version,
    }
    await context.emit(status === 'submitted' ? intakeSubmitted(facts) : intakeDraftSaved(facts))
    if (saved.raised.length > 0) await context.emit(intakeEmergencyRaised(facts))
  }
  return presentForm(saved.form, questionnaire)
}
