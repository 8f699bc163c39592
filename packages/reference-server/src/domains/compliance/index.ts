import * as events from './events.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { findNewReaders } from './jobs/find-new-readers.ts'
import { listActorAccesses } from './operations/list-actor-accesses.ts'
import { listExposures } from './operations/list-exposures.ts'
import { listPatientAccesses } from './operations/list-patient-accesses.ts'
import type { CompliancePorts } from './ports.ts'
import { onPreferencesChangedWatchReaders } from './reactions/on-preferences-changed-watch-readers.ts'
import { auditReading } from './store/migrations/0001-audit-reading.ts'
import { sequenceReading } from './store/migrations/0002-sequence-reading.ts'
import { firstAccesses } from './store/migrations/0003-first-accesses.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'

export type { CompliancePorts } from './ports.ts'

export interface ComplianceDeps {
  readonly database: Pick<Database, 'reader'>
  readonly unitOfWork: UnitOfWork
  readonly ports: CompliancePorts
}

/** Access reports: who read or changed which record, why, and who did for the first time. See README.md. */
export const createComplianceDomain = ({ database, unitOfWork, ports }: ComplianceDeps): { module: DomainModule } => {
  const { organizationIds } = ports.directory
  return {
    module: {
      name: 'compliance',
      accessReason: 'privacy-review',
      migrations: [auditReading, sequenceReading, firstAccesses, dueLists],
      operations: [listPatientAccesses, listActorAccesses, listExposures],
      ports,
      emits: emittedTypes(events),
      reactions: [onPreferencesChangedWatchReaders],
      live: [],
      jobs: [findNewReaders({ organizationIds, database, keep: keepForOrganization(unitOfWork, 'compliance') })],
    },
  }
}
