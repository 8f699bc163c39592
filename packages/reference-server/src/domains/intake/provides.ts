import { requireUuid } from '../../platform/database/ids/require-uuid.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { answeredForm, type AnsweredForm } from './model/answered-form.ts'
import type { IntakeAlert } from './model/questionnaire.ts'
import type { QuestionnaireCatalog } from './model/questionnaire-catalog.ts'
import type { IntakePorts } from './ports.ts'
import { listFormsByAppointment } from './store/forms.ts'

/** Progress of an appointment's questionnaires, and the emergencies in them. PHI: reading it is an access to the patient. */
export interface IntakeStatus {
  readonly status: 'done' | 'open' | 'not-required'
  /** Codes of emergency rules, each once. */
  readonly emergencies: readonly IntakeAlert[]
}

/** An appointment and the questionnaires of its visit type. */
export interface IntakeNeed {
  readonly appointmentId: string
  readonly questionnaires: readonly string[]
}

/** What downstream domains can read. */
export interface IntakeProvides {
  statusOf(context: ReadContext, appointmentId: string): Promise<IntakeStatus>
  /** For many appointments at once. The caller passes their questionnaires. */
  statusesOf(context: ReadContext, needs: readonly IntakeNeed[]): Promise<ReadonlyMap<string, IntakeStatus>>
  /**
   * The answers before an appointment that the caller knows, each question with its text, submitted or still a draft. Decrypts the forms;
   * throws `not_found` when the appointment is not accessible to the caller.
   */
  answersOf(context: ReadContext, appointmentId: string): Promise<readonly AnsweredForm[]>
}

export const intakeProvides = (
  database: Pick<Database, 'reader'>,
  ports: IntakePorts,
  questionnaires: Pick<QuestionnaireCatalog, 'version'>,
): IntakeProvides => {
  const statusesOf: IntakeProvides['statusesOf'] = async (context, needs) => {
    const db = database.reader({ domain: 'intake', organizationId: context.caller.organizationId })
    const forms = await listFormsByAppointment(
      db,
      context,
      needs.map(({ appointmentId }) => appointmentId),
    )
    return new Map(
      needs.map(({ appointmentId, questionnaires }): [string, IntakeStatus] => {
        const own = forms.filter((form) => form.appointmentId === appointmentId)
        const submitted = new Set(
          own.filter(({ status }) => status === 'submitted').map(({ questionnaireCode }) => questionnaireCode),
        )
        const open = questionnaires.some((code) => !submitted.has(code))
        const emergencies = [...new Set(own.flatMap((form) => form.emergencies))]
        return [
          appointmentId,
          { status: questionnaires.length === 0 ? 'not-required' : open ? 'open' : 'done', emergencies },
        ]
      }),
    )
  }
  return {
    statusesOf,
    answersOf: async (context, appointmentId) => {
      const db = database.reader({ domain: 'intake', organizationId: context.caller.organizationId })
      const forms = await listFormsByAppointment(db, context, [requireUuid(appointmentId)])
      return forms.flatMap((form) => {
        const questionnaire = questionnaires.version(form.questionnaireCode, form.questionnaireVersion)
        return questionnaire === null ? [] : [answeredForm(form, questionnaire)]
      })
    },
    statusOf: async (context, appointmentId) => {
      const { type } = await ports.scheduling.appointment(context, appointmentId)
      const statuses = await statusesOf(context, [{ appointmentId, questionnaires: type.questionnaires }])
      return statuses.get(appointmentId) ?? { status: 'not-required', emergencies: [] }
    },
  }
}
