import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { chooseWatch } from '../model/reader-watch.ts'
import type { CompliancePorts } from '../ports.ts'
import { findWatch, forgetReaders, writeWatch } from '../store/reader-watches.ts'

/** The patient asks for notices of new readers, or no longer: then no reader is remembered. */
export const onPreferencesChangedWatchReaders = onEvent<CompliancePorts>()(
  ['messaging.preferences-changed'],
  'compliance.watch-readers-on-preferences-changed',
  {
    gather: async ({ data: { patientId, tellFirstAccess } }, _, { db }) => {
      const before = await findWatch(db, patientId)
      return before === null && !tellFirstAccess ? nothingToDo : { before }
    },
    decide: ({ at, data }, { before }) => {
      const after = chooseWatch(before, { ...data, at: new Date(at) })
      if (after === null) return nothingToDo
      const forgotten = after.status === 'off' ? [forgetReaders(after.id)] : []
      return { writes: [writeWatch(after, before), ...forgotten], answer: undefined }
    },
  },
)
