import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { listActorAccesses } from './operations/list-actor-accesses.ts'
import { listPatientAccesses } from './operations/list-patient-accesses.ts'
import type { CompliancePorts } from './ports.ts'
import { auditReading } from './store/migrations/0001-audit-reading.ts'
import { sequenceReading } from './store/migrations/0002-sequence-reading.ts'

export type { CompliancePorts } from './ports.ts'

export interface ComplianceDeps {
  readonly ports: CompliancePorts
}

/** Access reports: who read or changed which record, and why. Receives events from every domain; no domain depends on it. See README.md. */
export const createComplianceDomain = ({ ports }: ComplianceDeps): { module: DomainModule } => ({
  module: {
    name: 'compliance',
    accessReason: 'privacy-review',
    migrations: [auditReading, sequenceReading],
    operations: [listPatientAccesses, listActorAccesses],
    ports,
    emits: [],
    reactions: [],
    live: [],
    jobs: [],
  },
})
