import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { intakeDraftSaved, intakeEmergencyRaised, intakeSubmitted } from '../events.ts'
import type { Save, Saved } from '../model/intake-form.ts'
import type { QuestionnaireCatalogue } from '../model/questionnaire-catalogue.ts'
import { versionConflict } from '../problems.ts'
import { findForm, keepForm } from '../store/forms.ts'
import { answerOfForm } from '../presenters/answer-of-form.ts'
import type { AppointmentAtHand } from './gather-appointment.ts'

interface Request {
  readonly questionnaireCode: string
  readonly body: components['schemas']['SaveIntake']
}

/**
 * Keeps what `decide` makes of the answers: form, events and audit in one transaction. Events name the appointment and the people
 * only: which rule was set off is PHI, and is read where the access is recorded.
 */
export const keepAnswers = async (
  catalogue: QuestionnaireCatalogue,
  { questionnaireCode, body }: Request,
  { appointment, author }: AppointmentAtHand,
  keeping: Keeping,
  decide: (save: Save) => Saved,
): Promise<components['schemas']['IntakeForm']> => {
  const form = await findForm(keeping.tx, keeping, appointment.id, questionnaireCode)
  const questionnaire = form
    ? catalogue.version(questionnaireCode, form.questionnaireVersion)
    : catalogue.current(questionnaireCode, keeping.now)
  if (questionnaire === null) throw notFound()
  const place = { id: keeping.newId(), appointmentId: appointment.id, patientId: appointment.patientId }
  const saved = decide({
    form,
    place,
    questionnaire,
    answers: body.answers,
    version: body.version,
    author,
    now: keeping.now,
  })
  if (saved.changed) {
    if (!(await keepForm(keeping.tx, keeping, saved.form))) throw versionConflict()
    const { status, version } = saved.form
    const facts = {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      practitionerId: appointment.practitionerId,
      version,
    }
    await keeping.emit(status === 'submitted' ? intakeSubmitted(facts) : intakeDraftSaved(facts))
    if (saved.raised.length > 0) await keeping.emit(intakeEmergencyRaised(facts))
  }
  return answerOfForm(saved.form, questionnaire)
}
