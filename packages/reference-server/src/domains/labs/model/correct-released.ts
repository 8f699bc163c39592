import type { ResultObservation, ShownContent } from './lab-result.ts'
import { isAbnormal } from './is-abnormal.ts'

/**
 * What a patient sees after a correction: what was released, with those values corrected and nothing else that arrived in the meantime. The
 * comment is removed, because it was written about the earlier values. Returns `released` itself if none of its values was corrected.
 */
export const correctReleased = (
  released: ShownContent,
  observations: readonly ResultObservation[],
  corrected: ReadonlySet<string>,
): ShownContent => {
  const keys = new Set(released.observations.map(({ key }) => key))
  // A text is corrected as a whole: lines that the correction adds belong to it.
  const blocks = new Set(
    observations.filter(({ key }) => keys.has(key) && corrected.has(key)).map(({ block }) => block),
  )
  if (blocks.size === 0) return released
  const before = new Map(released.observations.map((observation) => [observation.key, observation]))
  const after = observations.flatMap((observation) =>
    blocks.has(observation.block) ? [observation] : (before.get(observation.key) ?? []),
  )
  return { ...released, status: 'corrected', observations: after, abnormal: isAbnormal(after), comment: null }
}
