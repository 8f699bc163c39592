import { operation } from '../../../platform/contracts/operation.ts'
import { patientBackgroundChanged } from '../events.ts'
import { replaceBackground, validateBackground } from '../model/background.ts'
import { presentBackground } from '../presenters/present-background.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readBackground, writeBackground } from '../store/backgrounds.ts'
import { requireOwnBackground } from '../workflows/require-own-background.ts'

export const putPatientBackground = operation()('putPatientBackground', {
  gather: async ({ path, body }, _, context) => {
    requireNoFaults(validateBackground(body))
    await requireOwnBackground(context, path.patientId)
    return readBackground(context.db, context, path.patientId)
  },
  decide: ({ body: { version, ...answers } }, before, { now }) => {
    if (before.version !== version) throw versionConflict()
    const after = replaceBackground(before, answers, now)
    return {
      writes: [writeBackground(after, before)],
      events: [patientBackgroundChanged(after)],
      answer: { status: 200, body: presentBackground(after) },
    }
  },
})
