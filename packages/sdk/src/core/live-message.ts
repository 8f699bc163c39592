import type { LiveMessageIds } from '../generated/events.ts'

export type { LiveMessageIds }
export type LiveMessageType = keyof LiveMessageIds

/** Every id that a message may contain. */
type LiveIdName = { [Type in LiveMessageType]: keyof LiveMessageIds[Type] }[LiveMessageType]
export type LiveIds = { [Name in LiveIdName]?: string | undefined }

interface MessageEnvelope {
  /** The position from which to resume after a break. */
  cursor?: string
  /** For a signal: the id of the seat that sent it. */
  from?: string
  /** For a signal: the data that the other browser's video driver sent. */
  data?: unknown
}

/**
 * An event, given as ids: to display the data, read it again. A server may be newer than this client: a type that is not listed here is
 * delivered to subscribers of `*`.
 */
export type LiveMessage = {
  [Type in LiveMessageType]: { type: Type; ids: LiveMessageIds[Type] } & MessageEnvelope
}[LiveMessageType]

type Group<Type extends string> = Type extends `${infer Subject}.${string}` ? `${Subject}.*` : never
/** `visit.changed`, `visit.*` for all types about visits, or `*`. */
export type LiveTypePattern = LiveMessageType | Group<LiveMessageType> | '*'

/** Selects messages. */
export interface LiveFilter {
  types: readonly LiveTypePattern[]
  /** Only messages with these ids. A message that leaves out an id matches too, because it may concern any. */
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
