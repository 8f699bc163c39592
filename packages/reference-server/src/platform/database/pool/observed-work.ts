import { channel } from 'node:diagnostics_channel'

/** A statement that the server is about to send, without those that only set a scope. */
export interface ObservedStatement {
  readonly kind: 'read' | 'change' | 'other'
  readonly role: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Changes that are committed together. */
export interface ObservedGroup {
  /** Whose changes these are; `alone`: of either, in a transaction of its own. */
  readonly kind: 'requests' | 'background' | 'alone'
  /** The domain of each; the rows of the ledger are of `audit`. */
  readonly domains: readonly string[]
}

/** Without a subscriber, none costs anything. A profile binds a store to the first one and subscribes to the others. */
const works = channel('visitkit.work')
const statements = channel('visitkit.statement')
const groups = channel('visitkit.group')

/** Runs one operation, reaction, job or transmission under its name. */
export const asWork = <T>(name: string, run: () => T): T =>
  works.hasSubscribers ? works.runStores({ name }, run) : run()

export const observeStatement = (
  kind: ObservedStatement['kind'],
  role: string,
  text: string,
  values: readonly unknown[] = [],
): void => {
  if (statements.hasSubscribers) statements.publish({ kind, role, text, values } satisfies ObservedStatement)
}

export const observeGroup = (
  kind: ObservedGroup['kind'],
  entries: readonly { readonly statement: { readonly domain: string } }[],
): void => {
  if (groups.hasSubscribers)
    groups.publish({ kind, domains: entries.map(({ statement }) => statement.domain) } satisfies ObservedGroup)
}
