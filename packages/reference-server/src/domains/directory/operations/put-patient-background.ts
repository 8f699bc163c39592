import { operation } from '../../../platform/contracts/operation.ts'
import { patientBackgroundChanged } from '../events.ts'
import { originOf, replaceBackground, validateBackground } from '../model/background.ts'
import { presentBackground } from '../presenters/present-background.ts'
import { invalid, requireNoFaults, versionConflict } from '../problems.ts'
import { readBackground, writeBackground } from '../store/backgrounds.ts'
import { requireOwnBackground } from '../workflows/require-own-background.ts'

export const putPatientBackground = operation()('putPatientBackground', {
  gather: async ({ path, body }, _, context) => {
    requireNoFaults(validateBackground(body))
    const origin = originOf(body.toldBy, await requireOwnBackground(context, path.patientId))
    if ('pointer' in origin) throw invalid(origin)
    return { before: await readBackground(context.db, context, path.patientId), origin }
  },
  decide: ({ body: { version, toldBy: _toldBy, ...answers } }, { before, origin }, { now }) => {
    if (before.version !== version) throw versionConflict()
    const after = replaceBackground(before, answers, origin, now)
    return {
      writes: [writeBackground(after, before)],
      events: [patientBackgroundChanged(after)],
      answer: { status: 200, body: presentBackground(after) },
    }
  },
})
