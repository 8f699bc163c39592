import type { LiveRule } from '../../domain-module.ts'

/** Both colleagues see at once that one covers for the other, or does so no longer. */
const coverRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => [`practitioner:${data['practitionerId']}`, `member:${data['coveredBy']}`],
  message: ({ data }) => ({
    type: 'cover.changed',
    ids: { coverId: String(data['coverId']), practitionerId: String(data['practitionerId']) },
  }),
})

export const liveRules: readonly LiveRule[] = [coverRule('directory.cover-started'), coverRule('directory.cover-ended')]
