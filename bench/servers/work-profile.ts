import { AsyncLocalStorage } from 'node:async_hooks'
import { channel } from 'node:diagnostics_channel'
import type {
  ObservedGroup,
  ObservedStatement,
} from '../../packages/reference-server/src/platform/database/pool/observed-work.ts'

/** Statements that one kind of work sent: an operation, a reaction, a job or a transmission. */
export interface ProfiledStatement {
  readonly work: string
  readonly kind: ObservedStatement['kind']
  readonly role: string
  readonly text: string
  readonly calls: number
  /** Of them, those that the same run of the work had sent before with the same values. */
  readonly repeated: number
}

/** How many groups had the same: `requests: 2 changes and accesses of 3 roles`. */
export type ProfiledGroups = Readonly<Record<string, number>>

interface Running {
  readonly name: string
  readonly sent?: Set<string>
}

/** Counts what the server of this process sends, by the work that sends it. */
export const profileWork = (): {
  read(): { works: Record<string, number>; statements: readonly ProfiledStatement[]; groups: ProfiledGroups }
  reset(): void
} => {
  const storage = new AsyncLocalStorage<Running>()
  const works = new Map<string, number>()
  const counts = new Map<string, { -readonly [Key in keyof ProfiledStatement]: ProfiledStatement[Key] }>()
  channel('visitkit.work').bindStore(storage, (data) => {
    const { name } = data as Running
    works.set(name, (works.get(name) ?? 0) + 1)
    return { name, sent: new Set<string>() }
  })
  const groups = new Map<string, number>()
  channel('visitkit.group').subscribe((message) => {
    const { kind, domains } = message as ObservedGroup
    const changes = domains.filter((domain) => domain !== 'audit').length
    const what = `${kind}: ${changes} changes${changes < domains.length ? ' and accesses' : ''} of ${new Set(domains).size} roles`
    groups.set(what, (groups.get(what) ?? 0) + 1)
  })
  channel('visitkit.statement').subscribe((message) => {
    const { kind, role, text, values } = message as ObservedStatement
    const running = storage.getStore()
    const work = running?.name ?? '(none)'
    const key = JSON.stringify([work, kind, role, text])
    let count = counts.get(key)
    if (!count) counts.set(key, (count = { work, kind, role, text, calls: 0, repeated: 0 }))
    count.calls += 1
    if (kind !== 'read' || !running?.sent) return
    const sent = JSON.stringify([role, text, values])
    if (running.sent.has(sent)) count.repeated += 1
    running.sent.add(sent)
  })
  return {
    read: () => ({
      works: Object.fromEntries(works),
      statements: [...counts.values()],
      groups: Object.fromEntries(groups),
    }),
    reset: () => {
      works.clear()
      counts.clear()
      groups.clear()
    },
  }
}
