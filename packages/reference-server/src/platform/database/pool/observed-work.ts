import { channel } from 'node:diagnostics_channel'

/** A statement that the server is about to send, without those that only set a scope. */
export interface ObservedStatement {
  readonly kind: 'read' | 'change' | 'other'
  readonly role: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Without a subscriber, neither costs anything. A profile binds a store to the first one and subscribes to the second. */
const works = channel('visitkit.work')
const statements = channel('visitkit.statement')

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
