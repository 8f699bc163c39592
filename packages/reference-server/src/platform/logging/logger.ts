import { pino } from 'pino'
import type { DestinationStream } from 'pino'

/**
 * All fields of a log line. The list is closed, because people and programs that must not see PHI read logs: no URL query, body, header,
 * name, or message of an error from other code.
 */
export interface LogFields {
  readonly requestId?: string
  readonly traceId?: string
  /** operationId of the contract, never the path as sent. */
  readonly operation?: string
  readonly method?: string
  readonly status?: number
  /** Stable problem code. */
  readonly code?: string
  /** The private reason of a Problem, written by this code; ids and codes only. */
  readonly reason?: string
  readonly milliseconds?: number
  readonly organizationId?: string
  readonly sessionId?: string
  readonly errorClass?: string
  /** `code` of a system or database error, e.g. `ECONNREFUSED` or `23505`. */
  readonly errorCode?: string
  /** Function and location in this code where it was thrown, without the message. */
  readonly frames?: readonly string[]
  readonly engine?: string
  readonly port?: number
  readonly url?: string
  readonly name?: string
  readonly count?: number
  readonly signal?: string
  readonly version?: string
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface Logger {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  'requestId',
  'traceId',
  'operation',
  'method',
  'status',
  'code',
  'reason',
  'milliseconds',
  'organizationId',
  'sessionId',
  'errorClass',
  'errorCode',
  'frames',
  'engine',
  'port',
  'url',
  'name',
  'count',
  'signal',
  'version',
])

const longest = 300

const bounded = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.slice(0, 12).map((item) => bounded(String(item)))
  return undefined
}

/** Filters fields: known keys, primitive values, bounded length. Fields that bypass the types are dropped. */
export const allowListed = (fields: object | undefined): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  if (fields === undefined) return out
  for (const [key, value] of Object.entries(fields)) {
    if (!allowed.has(key)) continue
    const shown = bounded(value)
    if (shown !== undefined) out[key] = shown
  }
  return out
}

/** Writes lines of JSON to standard output (or `destination`), times in UTC. */
export const createLogger = (options: { level: LogLevel; destination?: DestinationStream }): Logger => {
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: 'event',
  }
  const sink = options.destination === undefined ? pino(settings) : pino(settings, options.destination)
  return {
    debug: (event, fields) => sink.isLevelEnabled('debug') && sink.debug(allowListed(fields), event),
    info: (event, fields) => sink.info(allowListed(fields), event),
    warn: (event, fields) => sink.warn(allowListed(fields), event),
    error: (event, fields) => sink.error(allowListed(fields), event),
  }
}
