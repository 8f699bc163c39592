import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

/** Both colleagues see at once that one covers for the other, or does so no longer. */
export const liveRules = liveRulesFor(['directory.cover-started', 'directory.cover-ended'], 'cover.changed', {
  audience: ({ practitionerId, coveredBy }) => ({ practitioners: [practitionerId], members: [coveredBy] }),
  ids: ({ coverId, practitionerId }) => ({ coverId, practitionerId }),
})
