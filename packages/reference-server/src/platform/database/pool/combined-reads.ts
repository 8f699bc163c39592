import type { Column, GroupResult } from './group-query.ts'
import { gatedSelect } from './organization-gate.ts'

/** A read of one organization, without its gate. */
export interface SingleRead {
  readonly text: string
  readonly values: readonly unknown[]
  readonly organization: string
  readonly gated: (text: string, values: number) => string
  /** Reads with the same value, which is not null, belong to one request, or to background work. */
  readonly of: object | null
}

/** A statement, the reads that it answers, and what it returned for each of them. */
export interface SentRead<Read> {
  readonly text: string
  readonly values: readonly unknown[]
  readonly reads: readonly Read[]
  readonly rowsOf: (result: GroupResult) => readonly (readonly object[])[]
}

/** A combination is sent as one statement from this time on: those that meet by chance are sent apart. */
const usual = 3
const maxCombinations = 100
/** Then those that were seen less often are counted from the start. */
const maxCounted = 3_000
const maxReads = 12
/** More than the stores of a server use. */
const maxTexts = 3_000

interface KnownText {
  readonly place: number
  readonly columns: readonly Column[]
}

/**
 * What one request reads at the same time from one domain is one statement: a union of the reads, each with its number and its columns as
 * text, which is what the protocol returns anyway.
 *
 *     select 0, part."id"::text, part."name"::text, null from (<first read>) as part
 *     union all select 1, part."id"::text, part."at"::text, part."kind"::text from (<second read>) as part
 *
 * It sets its organization like every read. PostgreSQL appends the parts of such a union in their order, and the rows of each in theirs,
 * because a statement that sets something is never parallel.
 */
export class CombinedReads {
  readonly #texts = new Map<string, KnownText>()
  readonly #counts = new Map<string, number>()
  readonly #combinations = new Map<string, string>()

  /** Reads in the order in which they are sent. Those of one request and organization are combined, if they often are read together. */
  statementsOf<Read extends SingleRead>(reads: readonly Read[]): readonly SentRead<Read>[] {
    if (reads.length === 1) return reads.map((read) => this.#alone(read))
    const sets = new Map<object, Map<string, Read[]>>()
    const sent: SentRead<Read>[] = []
    for (const read of reads) {
      if (read.of === null || read.gated !== gatedSelect || !this.#texts.has(read.text)) {
        sent.push(this.#alone(read))
        continue
      }
      const ofWork = sets.get(read.of) ?? new Map<string, Read[]>()
      sets.set(read.of, ofWork)
      const set = ofWork.get(read.organization)
      if (set) set.push(read)
      else ofWork.set(read.organization, [read])
    }
    for (const ofWork of sets.values()) for (const set of ofWork.values()) sent.push(...this.#combined(set))
    return sent
  }

  /** After a migration has changed what a read returns. */
  forget(): void {
    for (const known of [this.#texts, this.#counts, this.#combinations]) known.clear()
  }

  #alone<Read extends SingleRead>(read: Read): SentRead<Read> {
    const { text, values, organization, gated } = read
    return {
      ...{ text: gated(text, values.length), values: [...values, organization], reads: [read] },
      rowsOf: (result) => {
        if (!this.#texts.has(text) && hasDistinctColumns(result) && this.#texts.size < maxTexts)
          this.#texts.set(text, { place: this.#texts.size, columns: result.columns })
        return [rowsOf(result)]
      },
    }
  }

  #combined<Read extends SingleRead>(set: Read[]): readonly SentRead<Read>[] {
    if (set.length === 1 || set.length > maxReads) return set.map((read) => this.#alone(read))
    // The order in which they were sent is not always the same.
    const placed = set
      .map((read) => ({ read, ...(this.#texts.get(read.text) as KnownText) }))
      .toSorted((one, other) => one.place - other.place)
    const key = placed.map(({ place, read }) => `${place}:${read.values.length}`).join()
    const text = this.#combinations.get(key) ?? this.#learn(key, placed)
    if (text === undefined) return set.map((read) => this.#alone(read))
    const reads = placed.map(({ read }) => read)
    const organization = reads[0]?.organization
    return [
      {
        ...{ text, values: [...reads.flatMap(({ values }) => values), organization], reads },
        rowsOf: ({ rows }) => {
          const all = placed.map((): Record<string, unknown>[] => [])
          for (const [number, ...fields] of rows)
            all[Number(number)]?.push(rowOf(fields, placed[Number(number)]?.columns ?? []))
          return all
        },
      },
    ]
  }

  /** Undefined until it was seen often. */
  #learn(key: string, placed: readonly (KnownText & { readonly read: SingleRead })[]): string | undefined {
    const count = (this.#counts.get(key) ?? 0) + 1
    if (count < usual || this.#combinations.size >= maxCombinations) {
      if (this.#counts.size >= maxCounted) this.#counts.clear()
      this.#counts.set(key, count)
      return undefined
    }
    this.#counts.delete(key)
    const text = combine(placed.map(({ read, columns }) => ({ ...read, columns })))
    this.#combinations.set(key, text)
    return text
  }
}

interface Part extends Pick<SingleRead, 'text' | 'values'> {
  readonly columns: readonly Column[]
}

const combine = (parts: readonly Part[]): string => {
  const width = Math.max(...parts.map(({ columns }) => columns.length))
  let used = 0
  const selects = parts.map(({ text, values, columns }, number) => {
    // By name: if a migration replaces a column, the statement is refused, and its values never appear under another name.
    const texts = columns.map(({ name }) => `part."${name.replaceAll('"', '""')}"::text`)
    const padded = [...texts, ...Array.from({ length: width - texts.length }, () => 'null')]
    const first = used
    used += values.length
    const shifted = text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + first}`)
    return `select ${number}, ${padded.join(', ')} from (\n${shifted}\n) as part`
  })
  return gatedSelect(selects.join('\nunion all\n'), used)
}

const hasDistinctColumns = ({ columns }: GroupResult): boolean =>
  columns.length > 0 && new Set(columns.map(({ name }) => name)).size === columns.length

export const rowsOf = ({ rows, columns }: GroupResult): readonly object[] =>
  rows.map((fields) => rowOf(fields, columns))

const rowOf = (fields: readonly (string | null)[], columns: readonly Column[]): Record<string, unknown> => {
  const row: Record<string, unknown> = {}
  for (const [place, { name, parse }] of columns.entries()) {
    const text = fields[place]
    row[name] = text === null || text === undefined ? null : parse(text)
  }
  return row
}
