import { onEvent } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import { raiseTask, type Task, type Treating } from '../model/task.ts'
import { tasksForAnswers, type AnswerTask } from '../model/tasks-for-answers.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { insertOutcomeStatement, type Outcome } from '../store/outcomes.ts'

interface LoadedAnswers {
  readonly tasks: readonly AnswerTask[]
  readonly treating: Treating
  /** The language of titles: the organization's first. */
  readonly language: string
  readonly outcomes: readonly Pick<Outcome, 'questionnaire' | 'at' | 'score'>[]
}

/** The event contains no answer: answers are read where the access is recorded. */
type Answered = DomainEvent<'intake.emergency-raised' | 'intake.submitted'>

const gatherAnswers = async (
  { data }: Answered,
  ports: FollowUpContext,
  context: ReadContext,
): Promise<LoadedAnswers> => {
  const appointmentId = data.appointmentId
  const [appointment, given, organization] = await Promise.all([
    ports.scheduling.appointment(context, appointmentId),
    ports.intake.answersOf(context, appointmentId),
    ports.directory.organization(context),
  ])
  const rules = ports.specialties.get(appointment.type.specialty)?.followUp.rules ?? []
  // A draft's score is not final, but an emergency counts from the first answer.
  const counted = given.map((form) => (form.status === 'submitted' ? form : { ...form, scores: [] }))
  return {
    tasks: tasksForAnswers(counted, rules, ports.policy),
    treating: await ports.directory.practitioner(context, appointment.practitionerId),
    language: organization.languages[0] ?? 'en',
    outcomes: counted.flatMap(({ questionnaireCode, submittedAt, scores }) =>
      scores.slice(0, 1).map(({ value }) => ({
        questionnaire: questionnaireCode,
        at: submittedAt ?? context.now,
        score: value,
      })),
    ),
  }
}

const keepTasks = async ({ data }: Answered, gathered: LoadedAnswers, context: WriteContext): Promise<void> => {
  const { now, newId } = context
  const appointmentId = data.appointmentId
  const tasks = gathered.tasks.map(({ cause, isAlert, rule, title }): Task => {
    const raised = {
      kind: isAlert ? ('intake-alert' as const) : ('review-result' as const),
      cause: `appointment:${appointmentId}:${cause}`,
      source: { entity: 'Appointment' as const, id: appointmentId },
      patientId: data.patientId,
      title: title === null ? null : (title[gathered.language] ?? title['en'] ?? null),
    }
    return raiseTask(raised, rule, gathered.treating, newId(), now)
  })
  await raiseTasks(context, tasks)
}

/** For drafts too: an emergency must not wait for the last question. */
export const onIntakeEmergencyRaisedRaiseTasks = onEvent<FollowUpContext>()(
  ['intake.emergency-raised'],
  'follow_up.raise-tasks-on-intake-emergency',
  {
    gather: gatherAnswers,
    keep: keepTasks,
  },
)

/** Stores scores over time, and raises a task for those that reach a bound. */
export const onIntakeSubmittedRaiseTasks = onEvent<FollowUpContext>()(
  ['intake.submitted'],
  'follow_up.raise-tasks-on-intake-submitted',
  {
    gather: gatherAnswers,
    keep: async (event, gathered, context) => {
      const place = {
        patientId: event.data.patientId,
        appointmentId: event.data.appointmentId,
      }
      for (const outcome of gathered.outcomes)
        context.defer(await insertOutcomeStatement(context.tx, context, { id: context.newId(), ...place, ...outcome }))
      await keepTasks(event, gathered, context)
    },
  },
)
