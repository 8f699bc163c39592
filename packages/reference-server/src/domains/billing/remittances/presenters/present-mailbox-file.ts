import type { components } from '@visitkit/contract'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { partsOfFault } from '../model/fault-of-file.ts'
import { textRetainedUntil } from '../model/text-of-file.ts'
import type { StoredFile } from '../store/mailbox-files.ts'

type Schemas = components['schemas']

const stateOf = ({ state, attempts }: StoredFile): Schemas['MailboxFileState'] => {
  if (state === 'processed') return 'read'
  if (state === 'stored') return attempts > 0 ? 'failing' : 'waiting'
  return state
}

export const presentMailboxFile = (file: StoredFile, policy: BillingPolicy): Schemas['MailboxFile'] => ({
  id: file.id,
  name: file.name,
  postedAt: file.postedAt.toISOString(),
  state: stateOf(file),
  ...(file.fault !== null && partsOfFault(file.fault)),
  attempts: file.attempts,
  ...(file.externalResolution !== null && { externalResolution: file.externalResolution }),
  ...(file.resolvedAt && {
    resolvedAt: file.resolvedAt.toISOString(),
    textRetainedUntil: textRetainedUntil(file.resolvedAt, policy).toISOString(),
  }),
})
