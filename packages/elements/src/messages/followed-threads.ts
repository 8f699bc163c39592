import type { ReactiveControllerHost } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { followList } from '../core/follow-list.ts'
import { Loader, type Loading } from '../core/loader.ts'
import { listThreads, type ThreadListPage } from './list-threads.ts'
import type { Reader } from './resolve-reader.ts'

/** The threads of a reader: live, and page by page. */
export class FollowedThreads {
  readonly #list: Loader<ThreadListPage>

  constructor(host: ReactiveControllerHost) {
    this.#list = new Loader(host)
  }

  get now(): Loading<ThreadListPage> {
    return this.#list.now
  }

  reset(): void {
    this.#list.reset()
  }

  /** What is shown already stays until the first page is here. */
  async follow(client: VisitClient, reader: Reader, signal: AbortSignal): Promise<void> {
    const watch = client.watch((reading) => listThreads(client, reader, reading), { on: ['thread.changed'], signal })
    await this.#list.run(() => followList(watch, (changed) => this.#list.set(changed)), { quietly: true })
  }

  async more(client: VisitClient, reader: Reader): Promise<void> {
    const shown = this.#list.value
    if (!shown?.next) return
    const cursor = shown.next
    await this.#list.run(
      async (signal) => {
        const { items, next } = await listThreads(client, reader, { signal }, cursor)
        return { items: [...shown.items, ...items], next }
      },
      { quietly: true },
    )
  }
}
