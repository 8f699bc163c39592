import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

/** Notifies both colleagues when a cover starts or ends. */
export const liveRules = liveRulesFor(['directory.cover-started', 'directory.cover-ended'], 'cover.changed', {
  audience: ({ practitionerId, coveredBy }) => ({ practitioners: [practitionerId], members: [coveredBy] }),
  ids: ({ coverId, practitionerId }) => ({ coverId, practitionerId }),
})
