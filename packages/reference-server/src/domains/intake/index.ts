import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { liveRules } from './live-rules.ts'
import type { QuestionnaireCatalog } from './model/questionnaire-catalog.ts'
import { getQuestionnaire } from './operations/get-questionnaire.ts'
import { listIntake } from './operations/list-intake.ts'
import { listQuestionnaires } from './operations/list-questionnaires.ts'
import { saveIntake } from './operations/save-intake.ts'
import { submitIntake } from './operations/submit-intake.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { IntakePorts } from './ports.ts'
import { intakeProvides, type IntakeProvides } from './provides.ts'
import { forms } from './store/migrations/0001-forms.ts'
import { timesOfChange } from './store/migrations/0002-times-of-change.ts'

export { loadQuestionnaires } from './packs/load-questionnaires.ts'
export type { IntakePorts } from './ports.ts'
export type { IntakeProvides } from './provides.ts'

export interface IntakeDeps {
  readonly database: Pick<Database, 'reader'>
  readonly ports: IntakePorts
  /** From loadQuestionnaires(). */
  readonly questionnaires: QuestionnaireCatalog
}

/** Questionnaires before the visit. See README.md. */
export const createIntakeDomain = ({
  database,
  ports,
  questionnaires,
}: IntakeDeps): { module: DomainModule; provides: IntakeProvides } => ({
  module: {
    name: 'intake',
    accessReason: 'intake',
    migrations: [forms, timesOfChange],
    operations: [
      listQuestionnaires(questionnaires),
      getQuestionnaire(questionnaires),
      listIntake(questionnaires),
      saveIntake(questionnaires),
      submitIntake(questionnaires),
    ],
    ports,
    emits: emittedTypes(events),
    reactions: [],
    live: liveRules,
    recordsOfVisits: listRecordsOfVisits,
    jobs: [],
  },
  provides: intakeProvides(database, ports, questionnaires),
})
