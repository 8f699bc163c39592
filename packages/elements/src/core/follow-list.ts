import type { Watch } from '@visitkit/sdk'
import { followWatch } from './follow-watch.ts'
import { keepSame } from './keep-same.ts'

/** `followWatch` for a list that can be long: an item that has not changed is the same object as before, so that its row stays as it is. */
export const followList = <T>(watch: Watch<T>, changed: (value: T) => void): Promise<T> => {
  let last: T | undefined
  const kept = (value: T): T => (last = keepSame(last, value))
  return followWatch(watch, (value) => changed(kept(value))).then(kept)
}
