import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { getRecordCopy } from './operations/get-record-copy.ts'
import type { RightsPorts } from './ports.ts'
import { rightsSchema } from './store/migrations/0001-schema.ts'

export type { RightsPorts } from './ports.ts'

export interface RightsDeps {
  readonly ports: RightsPorts
}

/** What patients may ask about their own record: a copy of it. See README.md. */
export const createRightsDomain = ({ ports }: RightsDeps): { module: DomainModule } => ({
  module: {
    name: 'rights',
    accessReason: 'record-copy',
    migrations: [rightsSchema],
    operations: [getRecordCopy],
    ports,
    emits: [],
    reactions: [],
    live: [],
    jobs: [],
  },
})
