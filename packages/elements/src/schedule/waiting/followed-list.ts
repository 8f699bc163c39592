import type { Watch } from '@visitkit/sdk'
import { followList } from '../../core/follow-list.ts'
import { Loader } from '../../core/loader.ts'
import type { VisitElement } from '../../core/visit-element.ts'

/** A list that is kept current while its panel is open. */
export class FollowedList<T> {
  readonly shown: Loader<readonly T[]>
  #watch: Watch<readonly T[]> | null = null

  constructor(host: VisitElement) {
    this.shown = new Loader(host)
  }

  follow(watch: Watch<readonly T[]>): void {
    this.#watch = watch
    void this.shown.run(() => followList(watch, (changed) => this.shown.set(changed)))
  }

  refresh(): void {
    this.#watch?.refresh()
  }

  reset(): void {
    this.#watch = null
    this.shown.reset()
  }
}
