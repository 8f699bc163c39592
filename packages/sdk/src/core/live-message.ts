import type { LiveMessageIds } from '../generated/events.ts'

export type { LiveMessageIds }
export type LiveMessageType = keyof LiveMessageIds

/** Every id that a message may name. */
type LiveIdName = { [Type in LiveMessageType]: keyof LiveMessageIds[Type] }[LiveMessageType]
export type LiveIds = { [Name in LiveIdName]?: string | undefined }

interface MessageEnvelope {
  /** Where to resume after a break. */
  cursor?: string
  /** Of a signal: the seat that sent it. */
  from?: string
  /** Of a signal: what the other browser's driver sent. */
  data?: unknown
}

/**
 * What happened, as ids: anyone who shows it reads it again. A server may be newer than this client: a type that is not listed here is passed
 * to who watches `*`.
 */
export type LiveMessage = {
  [Type in LiveMessageType]: { type: Type; ids: LiveMessageIds[Type] } & MessageEnvelope
}[LiveMessageType]

type Group<Type extends string> = Type extends `${infer Subject}.${string}` ? `${Subject}.*` : never
/** `visit.changed`, `visit.*` for all that concern visits, or `*`. */
export type LiveTypePattern = LiveMessageType | Group<LiveMessageType> | '*'

/** Which messages are wanted. */
export interface LiveFilter {
  types: readonly LiveTypePattern[]
  /** Only messages that name these ids. A message that leaves an id out may concern any, so it matches. */
  ids?: LiveIds | undefined
}

export function matches(filter: LiveFilter, message: LiveMessage): boolean {
  const { types, ids = {} } = filter
  const named: LiveIds = message.ids
  const typed = types.some(
    (type) =>
      type === '*' || type === message.type || (type.endsWith('.*') && message.type.startsWith(type.slice(0, -1))),
  )
  return (
    typed &&
    Object.entries(ids).every(([name, id]) => {
      const other = named[name as keyof LiveIds]
      return id === undefined || other === undefined || other === id
    })
  )
}
