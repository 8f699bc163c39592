import type { DomainModule } from '../../domain-module.ts'
import type { Database } from '../../platform/seams.ts'
import { liveRules } from './live-rules.ts'
import type { QuestionnaireCatalogue } from './model/questionnaire-catalogue.ts'
import { getQuestionnaire } from './operations/get-questionnaire.ts'
import { listIntake } from './operations/list-intake.ts'
import { listQuestionnaires } from './operations/list-questionnaires.ts'
import { saveIntake } from './operations/save-intake.ts'
import { submitIntake } from './operations/submit-intake.ts'
import type { IntakePorts } from './ports.ts'
import { intakeProvides, type IntakeProvides } from './provides.ts'
import { forms } from './store/migrations/0001-forms.ts'

export { loadQuestionnaires } from './store/load-questionnaires.ts'
export type { AnsweredForm, AnsweredQuestion } from './model/answered-form.ts'
export type { IntakeAppointment, IntakePorts } from './ports.ts'
export type { IntakeNeed, IntakeProvides, IntakeStatus } from './provides.ts'

export interface IntakeDeps {
  readonly database: Pick<Database, 'reader'>
  readonly ports: IntakePorts
  /** From loadQuestionnaires(). */
  readonly questionnaires: QuestionnaireCatalogue
}

/** Questions before the visit. See README.md. */
export const createIntakeDomain = ({
  database,
  ports,
  questionnaires,
}: IntakeDeps): { module: DomainModule; provides: IntakeProvides } => ({
  module: {
    name: 'intake',
    accessReason: 'intake',
    migrations: [forms],
    operations: [
      listQuestionnaires(questionnaires),
      getQuestionnaire(questionnaires),
      listIntake(questionnaires),
      saveIntake(questionnaires),
      submitIntake(questionnaires),
    ],
    ports,
    reactions: [],
    live: liveRules,
    jobs: [],
  },
  provides: intakeProvides(database, ports, questionnaires),
})
