import type { VideoState } from '../video/driver.ts'

export type CallEvent =
  { readonly kind: 'joined' | 'left'; readonly name: string } | { readonly kind: 'reconnecting' | 'reconnected' }

/** What changed between two drawings and is worth saying aloud: who came and went, and that the connection dropped. */
export class CallNews {
  #people: ReadonlyMap<string, string> = new Map()
  #state: VideoState = 'idle'

  /** @param people names by seat id */
  hear(state: VideoState, people: ReadonlyMap<string, string>): readonly CallEvent[] {
    const news: CallEvent[] = []
    for (const [id, name] of people) if (!this.#people.has(id)) news.push({ kind: 'joined', name })
    // Leaving oneself is no news of the others.
    if (state === 'joined' || state === 'reconnecting')
      for (const [id, name] of this.#people) if (!people.has(id)) news.push({ kind: 'left', name })
    if (state === 'reconnecting' && this.#state === 'joined') news.push({ kind: 'reconnecting' })
    if (state === 'joined' && this.#state === 'reconnecting') news.push({ kind: 'reconnected' })
    this.#people = people
    this.#state = state
    return news
  }
}
