import { nothingToDo, onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import { raiseTask, type Task, type Treating } from '../model/task.ts'
import { tasksForAnswers, type AnswerTask } from '../model/tasks-for-answers.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks, type TaskChange } from '../workflows/raise-tasks.ts'
import { insertOutcome, type Outcome } from '../store/outcomes.ts'
import { findCauses } from '../store/tasks.ts'

interface LoadedAnswers {
  /** Those whose cause has raised none before. */
  readonly tasks: readonly AnswerTask[]
  readonly treating: Treating
  /** The language of titles: the organization's first. */
  readonly language: string
  readonly outcomes: readonly Pick<Outcome, 'questionnaire' | 'at' | 'score'>[]
}

/** The event contains no answer: answers are read where the access is recorded. */
type Answered = 'intake.submitted'

const causeOf = (appointmentId: string, { cause }: Pick<AnswerTask, 'cause'>): string =>
  `appointment:${appointmentId}:${cause}`

const gather: EventSteps<Answered, FollowUpContext, LoadedAnswers>['gather'] = async ({ data }, ports, context) => {
  const appointmentId = data.appointmentId
  const [appointment, given, organization] = await Promise.all([
    ports.scheduling.appointment(context, appointmentId),
    ports.intake.answersOf(context, appointmentId),
    ports.directory.organization(context),
  ])
  const rules = ports.specialties.get(appointment.type.specialty)?.followUp.rules ?? []
  // A draft's score is not final.
  const counted = given.map((form) => (form.status === 'submitted' ? form : { ...form, scores: [] }))
  const tasks = tasksForAnswers(counted, rules)
  const outcomes = counted.flatMap(({ questionnaireCode, submittedAt, scores }) =>
    scores.slice(0, 1).map(({ value }) => ({
      questionnaire: questionnaireCode,
      at: submittedAt ?? context.now,
      score: value,
    })),
  )
  if (tasks.length + outcomes.length === 0) return nothingToDo
  const [raised, treating] = await Promise.all([
    findCauses(
      context.db,
      tasks.map((task) => causeOf(appointmentId, task)),
    ),
    ports.directory.practitioner(context, appointment.practitionerId),
  ])
  return {
    tasks: tasks.filter((task) => !raised.has(causeOf(appointmentId, task))),
    treating,
    language: organization.languages[0] ?? 'en',
    outcomes,
  }
}

const raise = (
  { data: { appointmentId, patientId } }: DomainEvent<Answered>,
  { tasks, treating, language }: LoadedAnswers,
  { now, newId }: DecideContext,
): TaskChange =>
  raiseTasks(
    tasks.map((task): Task => {
      const { rule, title } = task
      const raised = {
        kind: 'review-result' as const,
        cause: causeOf(appointmentId, task),
        source: { entity: 'Appointment' as const, id: appointmentId },
        patientId,
        title: title[language] ?? title['en'] ?? null,
      }
      return raiseTask(raised, rule, treating, newId(), now)
    }),
  )

/** Stores scores over time, and raises a task for those that reach a bound. */
export const onIntakeSubmittedRaiseTasks = onEvent<FollowUpContext>()(
  ['intake.submitted'],
  'follow_up.raise-tasks-on-intake-submitted',
  {
    gather,
    decide: (event, loaded, context) => {
      const { patientId, appointmentId } = event.data
      const { writes, events } = raise(event, loaded, context)
      const outcomes = loaded.outcomes.map((outcome) =>
        insertOutcome({ id: context.newId(), patientId, appointmentId, ...outcome }),
      )
      return { writes: [...outcomes, ...writes], events, answer: undefined }
    },
  },
)
