import { knownId } from '../../platform/database/ids/known-id.ts'
import type { Reading } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { answeredForm, type AnsweredForm } from './model/answered-form.ts'
import type { IntakeAlert } from './model/questionnaire.ts'
import type { QuestionnaireCatalogue } from './model/questionnaire-catalogue.ts'
import type { IntakePorts } from './ports.ts'
import { formsOf } from './store/forms.ts'

/** How far an appointment's questions are, and what they set off. PHI: reading it is an access to the patient. */
export interface IntakeStatus {
  readonly status: 'done' | 'open' | 'not-needed'
  /** Codes of emergency rules, each once. */
  readonly emergencies: readonly IntakeAlert[]
}

/** An appointment and the questionnaires that its visit type asks. */
export interface IntakeNeed {
  readonly appointmentId: string
  readonly questionnaires: readonly string[]
}

/** What the domains after intake may ask. */
export interface IntakeProvides {
  statusOf(reading: Reading, appointmentId: string): Promise<IntakeStatus>
  /** For many appointments at once, of which the asker knows what they ask. */
  statusesOf(reading: Reading, needs: readonly IntakeNeed[]): Promise<ReadonlyMap<string, IntakeStatus>>
  /**
   * What was answered before an appointment that the asker knows, each question with its text: handed in or still a draft. Opens the forms;
   * throws `not_found` beyond the caller's reach.
   */
  answersOf(reading: Reading, appointmentId: string): Promise<readonly AnsweredForm[]>
}

export const intakeProvides = (
  database: Pick<Database, 'reader'>,
  ports: IntakePorts,
  questionnaires: Pick<QuestionnaireCatalogue, 'version'>,
): IntakeProvides => {
  const statusesOf: IntakeProvides['statusesOf'] = async (reading, needs) => {
    const db = database.reader({ domain: 'intake', organizationId: reading.caller.organizationId })
    const forms = await formsOf(
      db,
      reading,
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
          { status: questionnaires.length === 0 ? 'not-needed' : open ? 'open' : 'done', emergencies },
        ]
      }),
    )
  }
  return {
    statusesOf,
    answersOf: async (reading, appointmentId) => {
      const db = database.reader({ domain: 'intake', organizationId: reading.caller.organizationId })
      const forms = await formsOf(db, reading, [knownId(appointmentId)])
      return forms.flatMap((form) => {
        const questionnaire = questionnaires.version(form.questionnaireCode, form.questionnaireVersion)
        return questionnaire === null ? [] : [answeredForm(form, questionnaire)]
      })
    },
    statusOf: async (reading, appointmentId) => {
      const { type } = await ports.scheduling.appointment(reading, appointmentId)
      const statuses = await statusesOf(reading, [{ appointmentId, questionnaires: type.questionnaires }])
      return statuses.get(appointmentId) ?? { status: 'not-needed', emergencies: [] }
    },
  }
}
