import { sql } from 'kysely'
import type { AnyKysely } from '../../contracts/database.ts'
import type { DomainEvent } from '../../contracts/event.ts'
import { inBackground } from '../pool/background.ts'
import { outsideTransaction } from '../pool/transaction-context.ts'

/** What events of one type have in common, if the same of their properties are ids. */
interface EventShape {
  /** Greater than any version of a payload. */
  readonly id: number
  readonly type: string
  readonly version: number
  /** Properties whose values are in `ids`, 16 bytes each. */
  readonly idNames: readonly string[]
  /** Properties whose values are in the array `data`. */
  readonly names: readonly string[]
}

/** The columns of a row of the outbox in which it says what happened. */
export interface EventForm {
  /** Null if the row has a shape. */
  readonly type: string | null
  /** The id of the shape; without one, the version of the payload. */
  readonly form: number
  /** With a shape, a JSON array; without one, the payload. */
  readonly data: unknown
  readonly ids: Uint8Array | null
}

const uuidText = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isId = (value: unknown): value is string => typeof value === 'string' && uuidText.test(value)
/** Commits within this time share one registration. Milliseconds. */
const registersAfter = 20
/** More than the events of a server have. Beyond, events are stored in full. */
const maxShapes = 5_000

/**
 * The shapes that are stored in `platform.event_shapes`. Most of an event is the names of its properties and the text of ids, which are
 * the same for thousands of events, or twice as long as the ids. An event whose shape is not known yet is stored in full, and its shape is
 * registered for the next one: no commit waits for it.
 */
export class EventShapes {
  readonly #db: AnyKysely
  readonly #byKey = new Map<string, EventShape>()
  readonly #byId = new Map<number, EventShape>()
  readonly #wanted = new Map<string, Omit<EventShape, 'id'>>()
  #registering = false

  constructor(db: AnyKysely) {
    this.#db = db
  }

  formOf({ type, version, data }: Pick<DomainEvent, 'type' | 'version' | 'data'>): EventForm {
    const properties = Object.entries(data).filter(([, value]) => value !== undefined)
    const ids = properties.filter(([, value]) => isId(value))
    const others = properties.filter(([, value]) => !isId(value))
    const wanted = { type, version, idNames: ids.map(nameOf), names: others.map(nameOf) }
    const shape = this.#byKey.get(keyOf(wanted))
    if (shape === undefined) {
      this.#want(wanted)
      return { type, form: version, data, ids: null }
    }
    return {
      ...{ type: null, form: shape.id, data: others.length === 0 ? null : others.map(([, value]) => value) },
      ids: ids.length === 0 ? null : Buffer.from(ids.map(([, id]) => String(id).replaceAll('-', '')).join(''), 'hex'),
    }
  }

  /** The events of rows, in their order. */
  async eventsOf(rows: readonly EventForm[]): Promise<readonly Pick<DomainEvent, 'type' | 'version' | 'data'>[]> {
    const isUnknown = ({ type, form }: EventForm): boolean => type === null && !this.#byId.has(form)
    if (rows.some(isUnknown)) await this.#load()
    return rows.map(({ type, form, data, ids }) => {
      // Written from events with declared payloads: type and data match.
      if (type !== null) return { type, version: form, data } as DomainEvent
      const shape = this.#byId.get(form)
      if (shape === undefined) throw new Error(`Events have a shape ${form} that is not in the database.`)
      return { type: shape.type, version: shape.version, data: payloadOf(shape, data, ids) } as DomainEvent
    })
  }

  #want(shape: Omit<EventShape, 'id'>): void {
    if (this.#byKey.size + this.#wanted.size >= maxShapes) return
    this.#wanted.set(keyOf(shape), shape)
    if (this.#registering) return
    this.#registering = true
    const register = (): void => {
      void inBackground(() => this.#register())
        // Until it succeeds, events are stored in full.
        .catch(() => undefined)
        .finally(() => {
          this.#registering = false
          this.#wanted.clear()
        })
    }
    outsideTransaction(() => setTimeout(register, registersAfter).unref())
  }

  async #register(): Promise<void> {
    if (this.#byId.size === 0) await this.#load()
    const missing = this.#wanted
      .values()
      .filter((shape) => !this.#byKey.has(keyOf(shape)))
      .map(({ type, version, idNames, names }) => ({ type, version, id_names: idNames, names }))
      .toArray()
    if (missing.length === 0) return
    // Another process may register the same one, or another one under the same id: then it is missing once more.
    await sql`insert into platform.event_shapes (id, type, version, id_names, names)
      select (select coalesce(max(id), ${firstShape}::integer) from platform.event_shapes) + row_number() over (), shape.*
      from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as shape (type text, version integer, id_names text[], names text[])
      on conflict do nothing`.execute(this.#db)
    await this.#load()
  }

  async #load(): Promise<void> {
    const { rows } = await sql<EventShape>`
      select id, type, version, id_names as "idNames", names from platform.event_shapes`.execute(this.#db)
    for (const shape of rows) {
      this.#byId.set(shape.id, shape)
      this.#byKey.set(keyOf(shape), shape)
    }
  }
}

/** Ids of shapes are greater. */
const firstShape = 1_000

const nameOf = ([name]: readonly [name: string, value: unknown]): string => name
const keyOf = ({ type, version, idNames, names }: Omit<EventShape, 'id'>): string =>
  `${type}|${version}|${idNames.join()}|${names.join()}`

const payloadOf = ({ idNames, names }: EventShape, data: unknown, ids: Uint8Array | null): Record<string, unknown> => {
  const hex = ids === null ? '' : Buffer.from(ids).toString('hex')
  const values = (data ?? []) as readonly unknown[]
  return Object.fromEntries([
    ...idNames.map((name, place) => [name, idText(hex.slice(32 * place, 32 * place + 32))] as const),
    ...names.map((name, place) => [name, values[place]] as const),
  ])
}
const idText = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

const shapes = new WeakMap<AnyKysely, EventShapes>()

/** Of the database that is read with `db`, with the role of the platform. */
export const eventShapesOf = (db: AnyKysely): EventShapes => {
  const known = shapes.get(db) ?? new EventShapes(db)
  shapes.set(db, known)
  return known
}
